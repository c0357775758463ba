package dev.aidis.sink.write;

import static dev.aidis.schemas.ActivityType.HEARTBEAT;
import static dev.aidis.schemas.ActivityType.SESSION_ENDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BatchPlanTest {

  @Test
  void eachSessionIsWrittenOnceInItsLastRevision() {
    // Given
    Tracker ada = new Tracker("ada");
    ada.did(1, HEARTBEAT, "09:00").did(2, HEARTBEAT, "09:10").did(3, HEARTBEAT, "09:20");

    // When
    BatchPlan plan = BatchPlan.of(ada.updates(), Map.of());

    // Then
    assertThat(plan.sessions()).containsExactlyElementsOf(ada.sessions());
    assertThat(plan.recut()).isEmpty();
  }

  @Test
  void anActivityThatComesTwiceIsWrittenOnce() {
    // Given
    Tracker ada = new Tracker("ada").did(1, HEARTBEAT, "09:00").did(2, HEARTBEAT, "09:10");
    List<SessionUpdate> twice = new ArrayList<>(ada.updates());
    twice.addAll(ada.updates());

    // When
    BatchPlan plan = BatchPlan.of(twice, Map.of());

    // Then
    assertThat(plan.activities())
        .extracting(placed -> placed.activity().id())
        .containsExactly(Tracker.id(1), Tracker.id(2));
  }

  @Test
  void activitiesOfASessionAbsorbedInTheBatchBelongToTheSurvivor() {
    // Given
    Tracker ada = new Tracker("ada");
    ada.did(1, HEARTBEAT, "09:00").did(2, HEARTBEAT, "12:00").did(3, HEARTBEAT, "10:30");
    UUID survivor = ada.sessions().getFirst().id();

    // When
    BatchPlan plan = BatchPlan.of(ada.updates(), Map.of());

    // Then
    assertThat(plan.sessions()).extracting(Session::id).containsExactly(survivor);
    assertThat(plan.activities()).extracting(PlacedActivity::sessionId).containsOnly(survivor);
    assertThat(plan.absorbed().values()).extracting(Absorption::into).containsExactly(survivor);
  }

  @Test
  void activitiesOfASessionSplitInTheBatchBelongToThePartTheyLieIn() {
    // Given
    Tracker ada = new Tracker("ada");
    ada.did(1, HEARTBEAT, "09:00").did(2, HEARTBEAT, "10:00").did(3, SESSION_ENDED, "09:30");
    UUID before = ada.sessions().getFirst().id();
    UUID after = ada.sessions().getLast().id();

    // When
    BatchPlan plan = BatchPlan.of(ada.updates(), Map.of());

    // Then
    assertThat(plan.activities())
        .extracting(PlacedActivity::sessionId)
        .containsExactly(before, after, before);
  }

  @Test
  void aSessionAbsorbedBeforeIsNotWrittenAgain() {
    // Given
    Tracker ada = new Tracker("ada").did(1, HEARTBEAT, "09:00");
    UUID gone = ada.sessions().getFirst().id();
    UUID survivor = new UUID(7, 7);

    // When
    BatchPlan plan = BatchPlan.of(ada.updates(), Map.of(gone, new Absorption(survivor, 9)));

    // Then
    assertThat(plan.sessions()).isEmpty();
    assertThat(plan.activities()).extracting(PlacedActivity::sessionId).containsExactly(survivor);
  }
}
