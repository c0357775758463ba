package dev.aidis.ingest.access;

import dev.aidis.ingest.token.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request's header {@code Authorization} presents. */
final class Credential {
  private final String text;

  private Credential(String text) {
    this.text = text;
  }

  /**
   * Reads {@code Bearer TOKEN}, and {@code Basic} with the token alone (as WakaTime's plugins send
   * it), as the password or as the user.
   */
  static Optional<Credential> in(@Nullable String header) {
    String[] parts = header == null ? new String[0] : header.strip().split(" +", 2);
    if (parts.length != 2) {
      return Optional.empty();
    }
    return switch (parts[0].toLowerCase(Locale.ROOT)) {
      case "bearer" -> Optional.of(new Credential(parts[1].strip()));
      case "basic" -> basic(parts[1].strip()).map(Credential::new);
      default -> Optional.empty();
    };
  }

  private static Optional<String> basic(String base64) {
    try {
      String text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
      String[] parts = text.split(":", 2);
      return Arrays.stream(parts)
          .filter(part -> part.startsWith(Secret.PREFIX))
          .findFirst()
          .or(() -> Arrays.stream(parts).filter(part -> !part.isBlank()).findFirst());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String text() {
    return text;
  }

  /** Whether it is meant for this service, and not for another that shares a client's settings. */
  boolean isOurs() {
    return text.startsWith(Secret.PREFIX);
  }

  /** Fit for a log. */
  @Override
  public String toString() {
    return "credential of " + text.length() + " characters";
  }
}
