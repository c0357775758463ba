package dev.aidis.ingest.keeping;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * The settings {@code aidis.archive.*}, the same for all services.
 *
 * @param directory where archived months are; where it is absent, none can be archived
 * @param age of what is archived unless told otherwise; a bare number is days
 */
@ConfigurationProperties(prefix = "aidis.archive", ignoreUnknownFields = false)
record ArchiveSettings(
    @Nullable Path directory, @DefaultValue("90") @DurationUnit(ChronoUnit.DAYS) Duration age) {

  ArchiveSettings {
    if (!age.isPositive()) {
      throw new IllegalArgumentException("aidis.archive.age " + age + " must be positive");
    }
  }
}
