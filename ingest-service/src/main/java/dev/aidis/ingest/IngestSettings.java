package dev.aidis.ingest;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code aidis.ingest.*}.
 *
 * @param owner whose tracker this is; the user of the operating system if not set
 * @param machine where it runs; the host's name if not set
 * @param maxClockAhead how far ahead of this machine's clock an activity may be dated
 * @param visibilityTimeout how long a tool waits until its effect is in Postgres
 * @param defaultProject of clients that connect without naming one
 */
@ConfigurationProperties(prefix = "aidis.ingest", ignoreUnknownFields = false)
record IngestSettings(
    @Nullable String owner,
    @Nullable String machine,
    @DefaultValue("5m") Duration maxClockAhead,
    @DefaultValue("5s") Duration visibilityTimeout,
    @Nullable String defaultProject) {

  IngestSettings {
    owner = owner == null ? System.getProperty("user.name") : owner;
    machine = machine == null ? hostName() : machine;
    if (!visibilityTimeout.isPositive()) {
      throw new IllegalArgumentException(
          "aidis.ingest.visibility-timeout " + visibilityTimeout + " must be positive");
    }
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
