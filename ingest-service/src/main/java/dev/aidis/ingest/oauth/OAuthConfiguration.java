package dev.aidis.ingest.oauth;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/** Takes tokens of an authorization server, if one is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OAuthSettings.class)
@Import(ResourceMetadataEndpoint.class)
public class OAuthConfiguration {
  /** To connect, and between two bytes: whoever sends a token waits for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @Bean
  ForeignTokens foreignTokens(OAuthSettings settings, InstantSource clock) {
    String issuer = settings.issuer();
    String resource = settings.resource();
    return issuer == null || resource == null
        ? ForeignTokens.NONE
        : new JwtTokens(
            decoder(issuer, resource, settings, http(clock)), settings, metadata(resource), clock);
  }

  /** Asks for keys when the first token comes: the issuer may be away at the start. */
  private static JwtDecoder decoder(
      String issuer, String resource, OAuthSettings settings, RestOperations http) {
    return new SupplierJwtDecoder(
        () -> {
          String keys = settings.jwkSetUri();
          NimbusJwtDecoder decoder =
              (keys == null
                      ? NimbusJwtDecoder.withIssuerLocation(issuer)
                      : NimbusJwtDecoder.withJwkSetUri(keys))
                  .restOperations(http)
                  .build();
          decoder.setJwtValidator(validator(issuer, resource));
          return decoder;
        });
  }

  private static RestOperations http(InstantSource clock) {
    SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
    requests.setConnectTimeout(PATIENCE);
    requests.setReadTimeout(PATIENCE);
    RestTemplate http = new RestTemplate(requests);
    http.setInterceptors(List.of(new SeldomAsked(clock)));
    return http;
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
