package dev.aidis.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.serde.WireCodecs;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicsTest {
  private static final String WIDE = "語";

  @Test
  void all_topics_have_the_same_partitions_and_take_the_largest_records() {
    // When
    List<NewTopic> topics = Topics.definitions(12, (short) 1);
    // Then
    assertThat(topics)
        .extracting(NewTopic::name)
        .containsExactly("aidis.activities", "aidis.session-updates", "aidis.dead-letters");
    assertThat(topics)
        .allSatisfy(
            topic -> {
              assertThat(topic.numPartitions()).isEqualTo(12);
              assertThat(topic.configs())
                  .containsEntry("max.message.bytes", "4194304")
                  .containsEntry("message.timestamp.type", "LogAppendTime");
            });
  }

  @Test
  void activities_are_kept_for_ever_and_updates_for_a_week() {
    // When
    Map<String, String> retention =
        Topics.definitions(1, (short) 1).stream()
            .collect(Collectors.toMap(NewTopic::name, t -> t.configs().get("retention.ms")));
    // Then
    assertThat(retention)
        .containsEntry(Topics.ACTIVITIES, "-1")
        .containsEntry(Topics.SESSION_UPDATES, "604800000")
        .containsEntry(Topics.DEAD_LETTERS, "-1");
  }

  @Test
  void the_largest_activity_leaves_room_for_its_sessions() {
    // Given
    Activity largest = largest();
    // When
    byte[] bytes = WireCodecs.ACTIVITY.encode(largest);
    // Then
    assertThat(bytes.length).isBetween(1_000_000, Topics.MAX_RECORD_BYTES / 4);
  }

  private static Activity largest() {
    String shortText = WIDE.repeat(ActivityLimits.SHORT);
    String text = WIDE.repeat(ActivityLimits.TEXT);
    return Activity.builder(new UUID(1, 1), "x".repeat(50))
        .occurredAt(Instant.EPOCH)
        .claimedAt(ActivityLimits.LATEST_CLAIM)
        .owner(shortText)
        .workspace(shortText)
        .machine(shortText)
        .client(shortText)
        .clientSession(shortText)
        .project(shortText)
        .repo(text)
        .branch(text)
        .head(shortText)
        .aiModel(shortText)
        .aiProvider(shortText)
        .description(text)
        .filePath(text)
        .title(text)
        .body(WIDE.repeat(ActivityLimits.BODY))
        .taskStatus(shortText)
        .tags(Collections.nCopies(ActivityLimits.TAGS, WIDE.repeat(ActivityLimits.TAG)))
        .attributes(
            IntStream.range(0, ActivityLimits.ATTRIBUTES)
                .boxed()
                .collect(
                    Collectors.toMap(
                        i -> Character.toString('一' + i) + WIDE.repeat(ActivityLimits.SHORT - 1),
                        i -> text)))
        .build();
  }
}
