package dev.aidis.ingest.oauth;

import dev.aidis.ingest.caller.Authority;
import dev.aidis.schemas.TrackerKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Signed tokens of one issuer, for this tracker. They cannot be revoked before they expire, as it
 * is with such tokens, so they should not live long.
 */
final class JwtTokens implements ForeignTokens {
  private static final Logger log = LoggerFactory.getLogger(JwtTokens.class);

  private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

  private final JwtDecoder decoder;
  private final OAuthSettings settings;
  private final String metadata;
  private final InstantSource clock;
  private @Nullable Instant warnedAt;

  /**
   * @param decoder checks signature, issuer, audience and times
   * @param metadata the URL that describes this resource
   */
  JwtTokens(JwtDecoder decoder, OAuthSettings settings, String metadata, InstantSource clock) {
    this.decoder = decoder;
    this.settings = settings;
    this.metadata = metadata;
    this.clock = clock;
  }

  @Override
  public Optional<Authority> opened(String credential) {
    if (credential.chars().filter(c -> c == '.').count() != 2) {
      return Optional.empty();
    }
    try {
      return authority(decoder.decode(credential));
    } catch (BadJwtException e) {
      log.debug("A token of another issuer was refused: {}", e.getMessage());
      return Optional.empty();
    } catch (JwtException | JwtDecoderInitializationException e) {
      warn(e);
      throw new IssuerAwayException(String.valueOf(settings.issuer()), e);
    }
  }

  /** Not each time: anybody can make one come. */
  private synchronized void warn(RuntimeException e) {
    Instant now = clock.instant();
    if (warnedAt == null || now.isAfter(warnedAt.plus(BETWEEN_WARNINGS))) {
      warnedAt = now;
      log.warn("Tokens of {} cannot be checked: {}", settings.issuer(), e.getMessage());
    }
  }

  private Optional<Authority> authority(Jwt token) {
    String owner = token.getClaimAsString(settings.ownerClaim());
    Instant end = token.getExpiresAt();
    if (owner == null || end == null || !isOwner(owner)) {
      log.warn(
          "A token of {} names no owner in its claim {}, or no end",
          settings.issuer(),
          settings.ownerClaim());
      return Optional.empty();
    }
    return Optional.of(
        new Authority(
            "subject " + owner,
            owner,
            null,
            scopes(token).contains(settings.administratorScope()),
            () -> clock.instant().isBefore(end)));
  }

  private static boolean isOwner(String text) {
    try {
      new TrackerKey(text, TrackerKey.MAIN);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static List<String> scopes(Jwt token) {
    Object scope = token.getClaims().get("scope");
    @Nullable List<String> listed =
        scope instanceof String ? null : token.getClaimAsStringList("scp");
    if (scope instanceof String text) {
      return Arrays.asList(text.split(" ", -1));
    }
    return listed == null ? List.of() : listed;
  }

  @Override
  public String challenge() {
    return ", resource_metadata=\"" + metadata + "\"";
  }
}
