package dev.aidis.processor;

import dev.aidis.schemas.Topics;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys {@code aidis.topics.*}, the same for all services.
 *
 * @param partitions of each topic, chosen once for ever; a topic that is there keeps its own
 * @param replicationFactor 1 for a single broker
 */
@ConfigurationProperties(prefix = "aidis.topics", ignoreUnknownFields = false)
public record TopicSettings(
    @DefaultValue("" + Topics.DEFAULT_PARTITIONS) int partitions,
    @DefaultValue("1") short replicationFactor) {}
