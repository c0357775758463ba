package dev.aidis.ingest.access;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code aidis.access.*}.
 *
 * @param tokenFile a file that holds the administrator's token; absent or empty for none
 * @param requireToken whether a token is needed on loopback too, as behind a proxy
 * @param allowedHosts further names that pages may come from, and that this machine is called by
 * @param requestsPerSecond of each token; 0 for any number
 * @param bodyTimeout how long the body of a request may take to arrive
 * @param streamKeepAlive between two signs of life on the stream of an MCP session; a client that
 *     has gone is noticed by the second at the latest
 */
@ConfigurationProperties(prefix = "aidis.access", ignoreUnknownFields = false)
record AccessSettings(
    @Nullable String tokenFile,
    @DefaultValue("false") boolean requireToken,
    @DefaultValue List<String> allowedHosts,
    @DefaultValue("1000") int requestsPerSecond,
    @DefaultValue("60s") Duration bodyTimeout,
    @DefaultValue("15s") Duration streamKeepAlive) {

  AccessSettings {
    tokenFile = tokenFile == null || tokenFile.isBlank() ? null : tokenFile.strip();
    allowedHosts = List.copyOf(allowedHosts);
    if (requestsPerSecond < 0) {
      throw new IllegalArgumentException(
          "aidis.access.requests-per-second %d must not be negative; 0 allows any number"
              .formatted(requestsPerSecond));
    }
    requirePositive("body-timeout", bodyTimeout);
    requirePositive("stream-keep-alive", streamKeepAlive);
  }

  private static void requirePositive(String name, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(
          "aidis.access." + name + " " + value + " must be positive");
    }
  }
}
