package dev.aidis.ingest;

import dev.aidis.schemas.Topics;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code aidis.topics.*}, the same for all services.
 *
 * @param partitions of each topic, chosen once for ever
 * @param replicationFactor 1 for a single broker
 */
@ConfigurationProperties(prefix = "aidis.topics", ignoreUnknownFields = false)
record TopicSettings(
    @DefaultValue("" + Topics.DEFAULT_PARTITIONS) int partitions,
    @DefaultValue("1") short replicationFactor) {}
