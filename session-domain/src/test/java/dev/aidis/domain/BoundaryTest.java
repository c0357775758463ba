package dev.aidis.domain;

import static dev.aidis.domain.Boundary.Decision.BEGINS;
import static dev.aidis.domain.Boundary.Decision.CLOSES_NOTHING;
import static dev.aidis.domain.Boundary.Decision.JOINS;
import static dev.aidis.schemas.ActivityType.CLIENT_CONNECTED;
import static dev.aidis.schemas.ActivityType.HEARTBEAT;
import static dev.aidis.schemas.ActivityType.SESSION_ENDED;
import static dev.aidis.schemas.ActivityType.SESSION_STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Closure;
import dev.aidis.schemas.Ids;
import dev.aidis.schemas.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoundaryTest {
  private static final Instant TEN = Instant.parse("2026-05-04T10:00:00Z");
  private static final Duration GAP = Duration.ofHours(2);
  private static final Duration DAY = Duration.ofHours(24);

  private final SessionFold fold = new SessionFold(SessionRules.DEFAULT);
  private final Boundary boundary = new Boundary(SessionRules.DEFAULT);

  @Test
  void withoutASessionBeforeAnyActivityBeginsOneButForAnEnd() {
    assertThat(boundary.decide(null, activity(HEARTBEAT, TEN))).isEqualTo(BEGINS);
    assertThat(boundary.decide(null, activity(SESSION_STARTED, TEN))).isEqualTo(BEGINS);
    assertThat(boundary.decide(null, activity(SESSION_ENDED, TEN))).isEqualTo(CLOSES_NOTHING);
  }

  @Test
  void theGapIsInclusive() {
    Session before = session(HEARTBEAT);

    assertThat(boundary.decide(before, activity(HEARTBEAT, TEN.plus(GAP)))).isEqualTo(JOINS);
    assertThat(boundary.decide(before, activity(HEARTBEAT, TEN.plus(GAP).plusMillis(1))))
        .isEqualTo(BEGINS);
    assertThat(boundary.decide(before, activity(SESSION_ENDED, TEN.plus(GAP)))).isEqualTo(JOINS);
    assertThat(boundary.decide(before, activity(SESSION_ENDED, TEN.plus(GAP).plusMillis(1))))
        .isEqualTo(CLOSES_NOTHING);
  }

  @Test
  void nothingJoinsAnEndedSession() {
    Session ended = session(HEARTBEAT, SESSION_ENDED);

    assertThat(boundary.decide(ended, activity(HEARTBEAT, TEN.plusMillis(9)))).isEqualTo(BEGINS);
    assertThat(boundary.decide(ended, activity(SESSION_ENDED, TEN.plusMillis(9))))
        .isEqualTo(CLOSES_NOTHING);
  }

  @Test
  void aStartTakesOverNothingButConnections() {
    Activity start = activity(SESSION_STARTED, TEN.plusSeconds(60));

    assertThat(boundary.decide(session(CLIENT_CONNECTED, CLIENT_CONNECTED), start))
        .isEqualTo(JOINS);
    assertThat(boundary.decide(session(CLIENT_CONNECTED, HEARTBEAT), start)).isEqualTo(BEGINS);
    assertThat(boundary.decide(session(SESSION_STARTED), start)).isEqualTo(BEGINS);
  }

  @Test
  void aSessionIsCutAtItsGreatestLengthButNeverBeforeItsEnd() {
    Session nearlyLongest = session(DAY.minus(GAP), HEARTBEAT, HEARTBEAT);

    assertThat(boundary.decide(nearlyLongest, activity(HEARTBEAT, TEN.plus(DAY)))).isEqualTo(JOINS);
    Session longest = session(DAY, HEARTBEAT, HEARTBEAT);
    Instant beyond = TEN.plus(DAY).plusMillis(1);
    assertThat(boundary.decide(longest, activity(HEARTBEAT, beyond))).isEqualTo(BEGINS);
    assertThat(boundary.decide(longest, activity(SESSION_ENDED, beyond))).isEqualTo(JOINS);
  }

  @Test
  void whatBeginsTheNextSessionSaysHowTheOneBeforeIsClosed() {
    Session open = session(HEARTBEAT);
    Instant near = TEN.plus(GAP);
    Instant far = near.plusMillis(1);

    assertThat(boundary.closureBefore(open, activity(SESSION_STARTED, near)))
        .isEqualTo(Closure.CUT_BY_START);
    assertThat(boundary.closureBefore(open, activity(HEARTBEAT, near)))
        .isEqualTo(Closure.CUT_BY_LENGTH);
    assertThat(boundary.closureBefore(open, activity(SESSION_STARTED, far)))
        .isEqualTo(Closure.OPEN);
    assertThat(
            boundary.closureBefore(
                session(HEARTBEAT, SESSION_ENDED), activity(SESSION_STARTED, near)))
        .isEqualTo(Closure.ENDED);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SESSION_STARTED", "SESSION_ENDED"})
  void anyOtherTypeBeginsOrJoins(ActivityType type) {
    assertThat(boundary.decide(null, activity(type, TEN))).isEqualTo(BEGINS);
    assertThat(boundary.decide(session(HEARTBEAT), activity(type, TEN.plus(GAP)))).isEqualTo(JOINS);
  }

  /** All at ten o'clock. */
  private Session session(ActivityType... types) {
    return session(Duration.ZERO, types);
  }

  /** All at ten o'clock but for the last, which is so much later. */
  private Session session(Duration lastAfter, ActivityType... types) {
    Session session = null;
    for (int i = 0; i < types.length; i++) {
      Instant at = i == types.length - 1 ? TEN.plus(lastAfter) : TEN;
      Session one = fold.of(new UUID(0, i), activity(types[i], at), at);
      session = session == null ? one : fold.merge(session, one);
    }
    return session;
  }

  private static Activity activity(ActivityType type, Instant at) {
    String name = type == ActivityType.OTHER ? "coffee_brewed" : type.wireName();
    return Activity.builder(Ids.newId(), name)
        .occurredAt(at)
        .owner("ada")
        .machine("laptop")
        .build();
  }
}
