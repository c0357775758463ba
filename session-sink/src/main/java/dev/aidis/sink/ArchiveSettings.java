package dev.aidis.sink;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * Keys {@code aidis.archive.*}, the same for all services.
 *
 * @param directory where archived months are; where it is absent, an update of an archived month
 *     waits
 * @param age of what is archived unless told otherwise; a bare number is days; not used here
 */
@ConfigurationProperties(prefix = "aidis.archive", ignoreUnknownFields = false)
public record ArchiveSettings(
    @Nullable Path directory, @DefaultValue("90") @DurationUnit(ChronoUnit.DAYS) Duration age) {}
