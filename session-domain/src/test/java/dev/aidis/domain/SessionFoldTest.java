package dev.aidis.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Closure;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Laws of the fold over seeded random streams, and what a session of one activity is. */
class SessionFoldTest {
  private static final int STREAMS = 5_000;
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final SessionFold fold = new SessionFold(SessionRules.DEFAULT);

  @Test
  void mergingIsAssociative() {
    for (long seed = 0; seed < STREAMS; seed++) {
      Random random = new Random(seed);
      List<Activity> stream = stream(seed, 3 + random.nextInt(20));
      int first = 1 + random.nextInt(stream.size() - 2);
      int second = first + 1 + random.nextInt(stream.size() - first - 1);
      Session a = folded(random, stream.subList(0, first));
      Session b = folded(random, stream.subList(first, second));
      Session c = folded(random, stream.subList(second, stream.size()));

      assertThat(fold.merge(fold.merge(a, b), c))
          .as("seed %d", seed)
          .isEqualTo(fold.merge(a, fold.merge(b, c)));
    }
  }

  @Test
  void insertingGivesWhatFoldingInOrderGives() {
    for (long seed = 0; seed < STREAMS; seed++) {
      Random random = new Random(seed);
      List<Activity> stream =
          stream(seed, 3 + random.nextInt(20)).stream()
              .filter(activity -> activity.kind() != ActivityType.SESSION_STARTED)
              .filter(activity -> activity.kind() != ActivityType.SESSION_ENDED)
              .toList();
      if (stream.size() >= 3) {
        int late = 1 + random.nextInt(stream.size() - 2);
        List<Activity> before = stream.subList(0, late);
        List<Activity> after = stream.subList(late + 1, stream.size());
        Session without = fold.merge(foldedAt(NOW, before), foldedAt(NOW, after));
        Session whole = foldedAt(NOW, stream);

        Session inserted =
            fold.insert(without, stream.get(late), NOW, stream.get(late - 1), stream.get(late + 1));

        assertThat(inserted)
            .as("seed %d", seed)
            .isEqualTo(SessionCopy.of(whole).identity(inserted.id(), whole.createdAt()).build());
      }
    }
  }

  @Test
  void inAMergeTheSessionCreatedFirstGivesItsIdentity() {
    Session earlier = fold.of(new UUID(0, 1), at("10:00", ActivityType.HEARTBEAT), NOW);
    Session later =
        fold.of(new UUID(0, 2), at("11:00", ActivityType.HEARTBEAT), NOW.minusMillis(1));

    Session merged = fold.merge(earlier, later);

    assertThat(merged.id()).isEqualTo(later.id());
    assertThat(merged.createdAt()).isEqualTo(later.createdAt());
    assertThat(merged.touchedAt()).isEqualTo(earlier.touchedAt());
    assertThat(merged.first()).isEqualTo(earlier.first());
  }

  @Test
  void aMergedSessionIsClosedAsTheLaterOneIs() {
    Session work = fold.of(new UUID(0, 1), at("10:00", ActivityType.HEARTBEAT), NOW);
    Session end = fold.of(new UUID(0, 2), at("11:00", ActivityType.SESSION_ENDED), NOW);
    Session pause = fold.of(new UUID(0, 3), at("11:00", ActivityType.SESSION_PAUSED), NOW);

    assertThat(fold.merge(work, end).closure()).isEqualTo(Closure.ENDED);
    assertThat(fold.merge(work, pause).status()).isEqualTo(SessionStatus.PAUSED);
    assertThat(fold.merge(work, pause).endedAt()).isNull();
  }

  @Test
  void theTimeAfterAPauseIsPausedAndOtherShortGapsAreActive() {
    Session work = fold.of(new UUID(0, 1), at("10:00", ActivityType.HEARTBEAT), NOW);
    Session pause = fold.of(new UUID(0, 2), at("10:15", ActivityType.SESSION_PAUSED), NOW);
    Session more = fold.of(new UUID(0, 3), at("10:25", ActivityType.HEARTBEAT), NOW);

    Session merged = fold.merge(fold.merge(work, pause), more);

    assertThat(merged.active()).isEqualTo(Duration.ofMinutes(15));
    assertThat(merged.paused()).isEqualTo(Duration.ofMinutes(10));
    assertThat(merged.duration()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void aSessionOfOneActivityLastsNoTime() {
    Session one = fold.of(new UUID(0, 1), at("10:00", ActivityType.TASK_CREATED), NOW);

    assertThat(one.duration()).isZero();
    assertThat(one.startedAt()).isEqualTo(one.lastActivityAt());
    assertThat(one.status()).isEqualTo(SessionStatus.ACTIVE);
    assertThat(one.counters().activities()).isEqualTo(1);
    assertThat(one.revision()).isZero();
  }

  private static List<Activity> stream(long seed, int length) {
    return new RandomStreams(seed, SessionRules.DEFAULT, 0.2)
        .next(length).stream().sorted(Comparator.comparing(Activity::position)).toList();
  }

  private Session folded(Random random, List<Activity> activities) {
    return foldedAt(NOW.plusMillis(random.nextInt(3)), activities);
  }

  private Session foldedAt(Instant appendedAt, List<Activity> activities) {
    return activities.stream()
        .map(activity -> fold.of(activity.id(), activity, appendedAt))
        .reduce(fold::merge)
        .orElseThrow();
  }

  private static Activity at(String time, ActivityType type) {
    return Activity.builder(new UUID(0, time.hashCode()), type)
        .occurredAt(Instant.parse("2026-05-04T" + time + ":00Z"))
        .owner("ada")
        .machine("laptop")
        .build();
  }
}
