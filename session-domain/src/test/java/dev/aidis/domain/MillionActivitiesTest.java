package dev.aidis.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Counters;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionStatus;
import dev.aidis.schemas.TokenAttributes;
import dev.aidis.schemas.TokenUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One session of a million activities: an agent that does twenty things a second for a day. */
class MillionActivitiesTest {
  private static final int ACTIVITIES = 1_000_000;
  private static final int MIDDLE = 600_000;
  private static final long STEP_MS = 50;
  private static final Instant START = Instant.parse("2026-05-04T06:00:00Z");

  private static final List<ActivityType> TYPES =
      List.of(
          ActivityType.TASK_CREATED,
          ActivityType.TASK_COMPLETED,
          ActivityType.FILE_MODIFIED,
          ActivityType.CODE_MEASURED,
          ActivityType.PROMPT_SUBMITTED,
          ActivityType.TOOL_USED,
          ActivityType.DECISION_MADE,
          ActivityType.CONTEXT_ADDED,
          ActivityType.FILE_MODIFIED,
          ActivityType.TOKENS_USED);

  private final Sessionizer sessionizer = new Sessionizer(SessionRules.DEFAULT);
  private final InMemoryHistory history = new InMemoryHistory();

  @Test
  void aMillionActivitiesAreCountedAndALateEndInTheMiddleSplitsThem() {
    for (int i = 0; i < ACTIVITIES; i++) {
      accept(activity(i), at(i));
    }
    assertThat(history.sessions()).singleElement().satisfies(s -> assertHolds(s, 0, ACTIVITIES));

    Instant endedAt = at(MIDDLE).minusMillis(1);
    accept(builder(ACTIVITIES, ActivityType.SESSION_ENDED, endedAt).build(), at(ACTIVITIES));

    assertThat(history.sessions())
        .satisfiesExactly(
            ended -> {
              assertThat(ended.status()).isEqualTo(SessionStatus.ENDED);
              assertThat(ended.endedAt()).isEqualTo(endedAt);
              assertCounts(ended.counters(), MIDDLE, 1);
            },
            rest -> {
              assertThat(rest.status()).isEqualTo(SessionStatus.ACTIVE);
              assertHolds(rest, MIDDLE, ACTIVITIES);
            });
  }

  private static void assertHolds(Session session, int from, int to) {
    assertThat(session.startedAt()).isEqualTo(at(from));
    assertThat(session.lastActivityAt()).isEqualTo(at(to - 1));
    assertThat(session.active()).isEqualTo(Duration.ofMillis(STEP_MS * (to - from - 1)));
    assertCounts(session.counters(), to - from, 0);
  }

  /** Every ten activities are one of each type, two file modifications among them. */
  private static void assertCounts(Counters counters, int activities, int ends) {
    long tens = activities / TYPES.size();
    assertThat(counters)
        .isEqualTo(
            new Counters(
                activities + ends,
                tens,
                tens,
                0,
                tens,
                tens,
                tens,
                10_000,
                2 * tens,
                0,
                2 * 3 * tens,
                2 * tens,
                5 * tens,
                0,
                tens,
                tens,
                new TokenUsage(2 * tens, 30 * tens, 4_000 * tens, 0, 1_250 * tens)));
  }

  private void accept(Activity activity, Instant appendedAt) {
    sessionizer.accept(activity, appendedAt, history);
  }

  private static Instant at(int i) {
    return START.plusMillis(STEP_MS * i);
  }

  /** Ten thousand files, over and over; every task is created, none of those is completed. */
  private static Activity activity(int i) {
    ActivityType type = TYPES.get(i % TYPES.size());
    ActivityBuilder builder = builder(i, type, at(i));
    switch (type) {
      case TASK_CREATED -> builder.taskId(new UUID(1, i));
      case FILE_MODIFIED ->
          builder
              .filePath("src/File" + (2 * (i / 10 % 5_000) + i % 10 / 5) + ".java")
              .linesAdded(3)
              .linesRemoved(1)
              .aiInvolved(true);
      case CODE_MEASURED -> builder.linesAdded(5);
      case TOKENS_USED ->
          builder.attributes(TokenAttributes.of(new TokenUsage(2, 30, 4_000, 0, 1_250)));
      default -> {}
    }
    return builder.build();
  }

  private static ActivityBuilder builder(int i, ActivityType type, Instant occurredAt) {
    return Activity.builder(new UUID(0, i), type)
        .occurredAt(occurredAt)
        .owner("ada")
        .machine("laptop");
  }
}
