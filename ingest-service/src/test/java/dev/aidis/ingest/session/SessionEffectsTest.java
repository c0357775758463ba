package dev.aidis.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RecordingPublisher;
import dev.aidis.ingest.activity.ActivityRecorder;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.TrackerKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionEffectsTest {
  private static final TrackerKey ADA = new TrackerKey("ada", TrackerKey.MAIN);
  private static final Instant THEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final Duration GAP = Duration.ofHours(3);

  private final CurrentWork work = new CurrentWork();
  private final AtomicBoolean written = new AtomicBoolean();

  /** Finds none, and the activity is written right after that. */
  private final SessionFinder sessions =
      _ -> {
        written.set(true);
        return Optional.empty();
      };

  private final SessionEffects effects =
      new SessionEffects(
          new ActivityRecorder(new RecordingPublisher(), work::note),
          new Visibility(
              _ -> written.get(), (_, _) -> () -> {}, Duration.ofMillis(1), Duration.ofMillis(1)),
          sessions,
          work,
          GAP);

  @BeforeEach
  void somethingHappens() {
    work.note(
        Activity.builder(new UUID(0, 1), ActivityType.NOTE_ADDED)
            .occurredAt(THEN)
            .owner("ada")
            .workspace(TrackerKey.MAIN)
            .machine("laptop")
            .body("Begun")
            .build());
  }

  @Test
  void aSessionThatIsWrittenJustNowIsNotOverlooked() {
    assertThat(effects.mayBeOpen(ADA, THEN)).isTrue();
  }

  @Test
  void whatIsNotWrittenAfterTheGapIsOfASessionThatIsOver() {
    assertThat(effects.mayBeOpen(ADA, THEN.plus(GAP))).isTrue();
    assertThat(effects.mayBeOpen(ADA, THEN.plus(GAP).plusMillis(1))).isFalse();
  }
}
