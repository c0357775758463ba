package dev.aidis.ingest.oauth;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /.well-known/oauth-protected-resource}: who issues tokens for this tracker (RFC 9728).
 * The same for its MCP endpoint, which clients ask for below that path.
 */
@RestController
final class ResourceMetadataEndpoint {
  static final String PATH = "/.well-known/oauth-protected-resource";

  private final OAuthSettings settings;

  ResourceMetadataEndpoint(OAuthSettings settings) {
    this.settings = settings;
  }

  @GetMapping({PATH, PATH + "/mcp"})
  ResponseEntity<Map<String, Object>> metadata() {
    String issuer = settings.issuer();
    if (issuer == null) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.ok(
        Map.of(
            "resource", Objects.requireNonNull(settings.resource()),
            "resource_name", "AIDIS session tracker",
            "authorization_servers", List.of(issuer),
            "bearer_methods_supported", List.of("header"),
            "scopes_supported", List.of(settings.administratorScope())));
  }
}
