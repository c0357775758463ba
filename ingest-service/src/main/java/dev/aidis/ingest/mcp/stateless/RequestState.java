package dev.aidis.ingest.mcp.stateless;

import dev.aidis.ingest.mcp.rpc.RpcErrorException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a client keeps for us between a question and its answer, signed: it is of use for the same
 * caller, the same request and an hour. The key lives as long as this process, so after a restart a
 * request begins anew. Thread-safe.
 */
final class RequestState {
  private static final Duration VALID = Duration.ofHours(1);
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final JsonMapper json;
  private final SecretKeySpec key;

  RequestState(JsonMapper json) {
    this.json = json;
    byte[] secret = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(secret);
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  /**
   * What is kept.
   *
   * @param note of who asked
   * @param answers of earlier rounds, as the client sent them
   */
  record Kept(@Nullable String note, Map<String, JsonNode> answers) {
    static final Kept NOTHING = new Kept(null, Map.of());

    Kept {
      answers = Map.copyOf(answers);
    }

    boolean isEmpty() {
      return note == null && answers.isEmpty();
    }
  }

  private record Sealed(
      String caller,
      String request,
      long until,
      @Nullable String note,
      Map<String, JsonNode> answers) {}

  /**
   * Signs it.
   *
   * @param request tells the request apart from others of the caller
   */
  String seal(Kept kept, String caller, String request, Instant now) {
    byte[] content =
        json.writeValueAsBytes(
            new Sealed(
                caller, request, now.plus(VALID).getEpochSecond(), kept.note(), kept.answers()));
    Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
    return text.encodeToString(content) + "." + text.encodeToString(sign(content));
  }

  /**
   * What was kept.
   *
   * @throws RpcErrorException if it was not made here, for another caller or request, or too long
   *     ago
   */
  Kept open(String state, String caller, String request, Instant now) {
    Sealed sealed = unseal(state);
    if (!sealed.caller().equals(caller)
        || !sealed.request().equals(request)
        || sealed.until() < now.getEpochSecond()) {
      throw refused();
    }
    return new Kept(sealed.note(), sealed.answers());
  }

  private Sealed unseal(String state) {
    String[] parts = state.split("\\.", -1);
    if (parts.length != 2) {
      throw refused();
    }
    try {
      byte[] content = Base64.getUrlDecoder().decode(parts[0]);
      byte[] signature = Base64.getUrlDecoder().decode(parts[1]);
      if (!MessageDigest.isEqual(signature, sign(content))) {
        throw refused();
      }
      return json.readValue(content, Sealed.class);
    } catch (IllegalArgumentException | JacksonException e) {
      throw refused();
    }
  }

  private byte[] sign(byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** Tells requests apart by their text. */
  static String digest(String text) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static RpcErrorException refused() {
    return RpcErrorException.of(
        200,
        RpcErrorException.INVALID_PARAMS,
        "requestState is not of this request, or too old; send the request again without it and"
            + " without inputResponses");
  }
}
