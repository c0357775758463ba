package dev.aidis.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.session.CurrentWork.Told;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.TrackerKey;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CurrentWorkTest {
  private static final TrackerKey ADA = new TrackerKey("ada", "main");
  private static final Instant EARLY = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant LATE = Instant.parse("2026-11-22T11:00:00Z");

  private final CurrentWork work = new CurrentWork();

  @Test
  void startsAndSwitchesTellTheProject() {
    work.note(activity(ActivityType.SESSION_STARTED, "shop", EARLY));
    assertThat(work.told(ADA)).contains(new Told("shop", EARLY));
    work.note(activity(ActivityType.PROJECT_SWITCHED, "till", LATE));
    assertThat(work.told(ADA)).contains(new Told("till", LATE));
  }

  @Test
  void whatWasToldLaterHolds() {
    work.note(activity(ActivityType.PROJECT_SWITCHED, "till", LATE));
    work.note(activity(ActivityType.PROJECT_SWITCHED, "shop", EARLY));
    assertThat(work.told(ADA)).contains(new Told("till", LATE));
  }

  @Test
  void onlyASwitchIsCertainToNameTheProject() {
    work.note(activity(ActivityType.SESSION_STARTED, "shop", LATE));
    assertThat(work.switched(ADA)).isEmpty();
    work.note(activity(ActivityType.PROJECT_SWITCHED, "till", EARLY));
    assertThat(work.switched(ADA)).contains(new Told("till", EARLY));
    assertThat(work.told(ADA)).contains(new Told("shop", LATE));
  }

  @Test
  void anEndHoldsUntilTheNextActivity() {
    assertThat(work.isEnded(ADA, LATE)).isFalse();
    work.note(activity(ActivityType.SESSION_ENDED, "shop", EARLY));
    assertThat(work.isEnded(ADA, LATE)).isTrue();
    work.note(activity(ActivityType.TASK_CREATED, "shop", LATE));
    assertThat(work.isEnded(ADA, LATE)).isFalse();
  }

  @Test
  void anEndHoldsForWhatHappenedAfterItWhateverIsToldLate() {
    work.note(activity(ActivityType.SESSION_ENDED, "shop", LATE));
    work.note(activity(ActivityType.TASK_CREATED, "shop", EARLY));
    assertThat(work.isEnded(ADA, LATE)).isTrue();
    assertThat(work.isEnded(ADA, EARLY)).isFalse();
  }

  @Test
  void otherActivitiesSwitchNothing() {
    work.note(activity(ActivityType.TASK_CREATED, "shop", EARLY));
    work.note(activity(ActivityType.CLIENT_CONNECTED, "shop", EARLY));
    assertThat(work.told(ADA)).isEmpty();
  }

  @Test
  void keysAreApart() {
    work.note(activity(ActivityType.PROJECT_SWITCHED, "shop", EARLY));
    assertThat(work.told(new TrackerKey("ada", "side"))).isEmpty();
  }

  private static Activity activity(ActivityType type, String project, Instant at) {
    return Activity.builder(new UUID(0, 1), type)
        .occurredAt(at)
        .owner("ada")
        .machine("laptop")
        .project(project)
        .build();
  }
}
