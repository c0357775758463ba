package dev.aidis.ingest.oauth;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code aidis.oauth.*}.
 *
 * @param issuer of the tokens that are taken, as their claim {@code iss} names it; absent or empty
 *     to take none
 * @param jwkSetUri where its public keys are; found by the issuer's metadata if absent
 * @param resource the URL that clients reach this tracker by; tokens must be for it ({@code aud})
 * @param ownerClaim which claim names the owner
 * @param administratorScope a token with this scope may speak for every owner
 */
@ConfigurationProperties(prefix = "aidis.oauth", ignoreUnknownFields = false)
record OAuthSettings(
    @Nullable String issuer,
    @Nullable String jwkSetUri,
    @Nullable String resource,
    @DefaultValue("sub") String ownerClaim,
    @DefaultValue("aidis:admin") String administratorScope) {

  OAuthSettings {
    issuer = textOrNull(issuer);
    jwkSetUri = textOrNull(jwkSetUri);
    resource = textOrNull(resource);
    if (issuer != null && resource == null) {
      throw new IllegalArgumentException(
          "aidis.oauth.resource is missing: set AIDIS_OAUTH_RESOURCE to the URL that clients reach this tracker by");
    }
    if (resource != null && !isAbsolute(resource)) {
      throw new IllegalArgumentException(
          "aidis.oauth.resource '%s' must be a URL without a fragment, such as https://tracker.example"
              .formatted(resource));
    }
  }

  private static boolean isAbsolute(String text) {
    try {
      URI uri = URI.create(text);
      return uri.isAbsolute() && uri.getHost() != null && uri.getFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static @Nullable String textOrNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
