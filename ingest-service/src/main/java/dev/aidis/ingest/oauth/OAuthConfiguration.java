package dev.aidis.ingest.oauth;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Takes tokens of an authorization server, if one is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OAuthSettings.class)
@Import(ResourceMetadataEndpoint.class)
public class OAuthConfiguration {

  @Bean
  ForeignTokens foreignTokens(OAuthSettings settings, InstantSource clock) {
    String issuer = settings.issuer();
    String resource = settings.resource();
    return issuer == null || resource == null
        ? ForeignTokens.NONE
        : new JwtTokens(decoder(issuer, resource, settings), settings, metadata(resource), clock);
  }

  /** Asks for keys when the first token comes: the issuer may be away at the start. */
  private static JwtDecoder decoder(String issuer, String resource, OAuthSettings settings) {
    return new SupplierJwtDecoder(
        () -> {
          String keys = settings.jwkSetUri();
          NimbusJwtDecoder decoder =
              (keys == null
                      ? NimbusJwtDecoder.withIssuerLocation(issuer)
                      : NimbusJwtDecoder.withJwkSetUri(keys))
                  .build();
          decoder.setJwtValidator(validator(issuer, resource));
          return decoder;
        });
  }

  private static OAuth2TokenValidator<Jwt> validator(String issuer, String resource) {
    return new DelegatingOAuth2TokenValidator<>(
        JwtValidators.createDefaultWithIssuer(issuer),
        new JwtClaimValidator<List<String>>(
            JwtClaimNames.AUD, audience -> audience != null && audience.contains(resource)));
  }

  /** Between host and path, as RFC 9728 wants it. */
  private static String metadata(String resource) {
    URI uri = URI.create(resource);
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
    return uri.getScheme() + "://" + uri.getRawAuthority() + ResourceMetadataEndpoint.PATH + path;
  }
}
