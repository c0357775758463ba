package dev.aidis.ingest.rest;

import dev.aidis.ingest.caller.Administration;
import dev.aidis.ingest.caller.Authority;
import dev.aidis.ingest.input.Suggestion;
import dev.aidis.ingest.token.Token;
import dev.aidis.ingest.token.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * {@code /api/v1/tokens}: an owner sees and revokes their own, an administrator everybody's. Only
 * administrators make them, so that a token which got out cannot outlive its end in another.
 */
@RestController
@RequestMapping("/api/v1/tokens")
final class TokensEndpoint {
  private static final Set<String> FIELDS =
      Set.of("owner", "machine", "name", "administrator", "expiresAt");

  private final BoundedBody body;
  private final Tokens tokens;
  private final InstantSource clock;

  TokensEndpoint(BoundedBody body, Tokens tokens, InstantSource clock) {
    this.body = body;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * A token without what opens it.
   *
   * @param status {@code good}, {@code expired} or {@code revoked}
   */
  record TokenJson(
      String id,
      String name,
      String owner,
      @Nullable String machine,
      boolean administrator,
      String status,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant revokedAt) {
    static TokenJson of(Token token, Instant now) {
      String end = token.revokedAt() == null ? "expired" : "revoked";
      return new TokenJson(
          token.id(),
          token.name(),
          token.owner(),
          token.machine(),
          token.administrator(),
          token.isGoodAt(now) ? "good" : end,
          token.createdAt(),
          token.expiresAt(),
          token.revokedAt());
    }
  }

  record TokenList(List<TokenJson> tokens) {}

  /**
   * What is told once.
   *
   * @param secret to be sent as {@code Authorization: Bearer}
   * @param editorKey for WakaTime's plugins, and for nothing else
   */
  record NewToken(TokenJson token, String secret, String editorKey) {}

  @GetMapping
  TokenList list(HttpServletRequest request) {
    Authority authority = Authority.of(request);
    Instant now = clock.instant();
    return new TokenList(
        tokens.all().stream()
            .filter(token -> isSeenBy(authority, token))
            .map(token -> TokenJson.of(token, now))
            .toList());
  }

  @Administration
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<NewToken> create(HttpServletRequest request) throws IOException {
    Tokens.Issued issued = tokens.issue(wanted(body.read(request), Authority.of(request)));
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(
            new NewToken(
                TokenJson.of(issued.token(), clock.instant()),
                issued.secret().text(),
                issued.secret().editorKey()));
  }

  /** Again changes nothing. */
  @DeleteMapping("/{id}")
  TokenJson revoke(HttpServletRequest request, @PathVariable String id) {
    Authority authority = Authority.of(request);
    Token token =
        tokens
            .byId(id)
            .filter(known -> isSeenBy(authority, known))
            .orElseThrow(
                () ->
                    new RefusedRequestException(
                        HttpStatus.NOT_FOUND,
                        "There is no token " + id + "; aidis token list shows those there are."));
    return TokenJson.of(tokens.revoke(token), clock.instant());
  }

  private static boolean isSeenBy(Authority authority, Token token) {
    return authority.everybody()
        || (token.owner().equals(authority.owner()) && !token.administrator());
  }

  private static Tokens.Wanted wanted(JsonNode body, Authority authority) {
    if (!body.isObject()) {
      throw new JsonField("body", body).refused("must be a JSON object");
    }
    for (String name : body.propertyNames()) {
      if (!FIELDS.contains(name)) {
        throw new IllegalArgumentException(Suggestion.forUnknown("field", name, FIELDS));
      }
    }
    return new Tokens.Wanted(
        Objects.requireNonNullElse(text(body, "owner"), authority.owner()),
        text(body, "machine"),
        text(body, "name"),
        field(body, "administrator").map(JsonField::bool).orElse(false),
        field(body, "expiresAt").map(JsonField::instant).orElse(null));
  }

  private static @Nullable String text(JsonNode body, String name) {
    return field(body, name).map(JsonField::text).map(String::strip).orElse(null);
  }

  private static Optional<JsonField> field(JsonNode body, String name) {
    JsonNode value = body.get(name);
    return value == null || value.isNull()
        ? Optional.empty()
        : Optional.of(new JsonField(name, value));
  }
}
