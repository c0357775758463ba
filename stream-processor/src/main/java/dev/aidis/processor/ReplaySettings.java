package dev.aidis.processor;

import dev.aidis.schemas.ConsumerGroups;
import dev.aidis.schemas.Replay;
import dev.aidis.schemas.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Keys {@code aidis.replay.*}.
 *
 * @param name makes this processor read the log from its start into stores and a topic of its own,
 *     see {@link Replay}; absent for the processor that everyone reads
 */
@ConfigurationProperties(prefix = "aidis.replay", ignoreUnknownFields = false)
public record ReplaySettings(@Nullable String name) {

  String applicationId() {
    return name == null ? ConsumerGroups.PROCESSOR : new Replay(name).applicationId();
  }

  String updatesTopic() {
    return name == null ? Topics.SESSION_UPDATES : new Replay(name).updatesTopic();
  }

  boolean isReplay() {
    return name != null;
  }
}
