package dev.aidis.sink.write;

import static dev.aidis.schemas.ActivityType.HEARTBEAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.SessionUpdate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedUpdatesTest {

  @Test
  void aSessionIsKeptInItsLastRevisionOnly() {
    // Given
    Tracker ada = new Tracker("ada");
    ada.did(1, HEARTBEAT, "09:00").did(2, HEARTBEAT, "09:10").did(3, HEARTBEAT, "09:20");

    // When
    List<SessionUpdate> folded = folded(ada.updates());

    // Then
    assertThat(folded).extracting(SessionUpdate::activity).doesNotContainNull().hasSize(3);
    assertThat(folded.stream().flatMap(update -> update.changed().stream()))
        .containsExactlyElementsOf(ada.sessions());
  }

  @Test
  void anOlderRevisionThatComesAgainTakesNothingAway() {
    // Given
    Tracker ada = new Tracker("ada").did(1, HEARTBEAT, "09:00").did(2, HEARTBEAT, "09:10");

    // When
    BatchPlan plan = BatchPlan.of(folded(ada.updates().reversed()), Map.of());

    // Then
    assertThat(plan.sessions()).containsExactlyElementsOf(ada.sessions());
  }

  @Test
  void ofEqualRevisionsTheFirstCounts() {
    // Given two processors that told the second revision of the same session
    Tracker ada = new Tracker("ada").did(1, HEARTBEAT, "09:00").did(2, HEARTBEAT, "09:10");
    Tracker replaced = new Tracker("ada").did(1, HEARTBEAT, "09:00").did(3, HEARTBEAT, "09:20");
    List<SessionUpdate> updates = new ArrayList<>(ada.updates());
    updates.add(replaced.updates().getLast());

    // When
    BatchPlan plan = BatchPlan.of(folded(updates), Map.of());

    // Then
    assertThat(plan.sessions()).containsExactlyElementsOf(ada.sessions());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theRowsOfABatchAreThoseOfAllItsUpdates(long seed) {
    // Given
    Random random = new Random(seed);
    List<SessionUpdate> sparse = RandomUpdates.withSessionsToldLater(RandomUpdates.of(seed), seed);
    List<SessionUpdate> updates = withTimeoutsAndRepetitions(sparse, random);

    for (int batch = 0; batch < 200; batch++) {
      int from = random.nextInt(updates.size());
      int to = from + 1 + random.nextInt(updates.size() - from);
      List<SessionUpdate> some = updates.subList(from, to);
      Map<UUID, Absorption> absorbedBefore =
          BatchPlan.of(updates.subList(0, from), new HashMap<>()).absorbed();

      // When
      List<SessionUpdate> folded = folded(some);

      // Then
      assertThat(BatchPlan.sessionsNamedBy(folded)).isEqualTo(BatchPlan.sessionsNamedBy(some));
      assertThat(TouchedMonths.by(folded)).isEqualTo(TouchedMonths.by(some));
      BatchPlan plan = BatchPlan.of(folded, absorbedBefore);
      BatchPlan whole = BatchPlan.of(some, absorbedBefore);
      assertThat(plan.sessions()).as("batch %d", batch).isEqualTo(whole.sessions());
      assertThat(plan.activities()).as("batch %d", batch).isEqualTo(whole.activities());
      assertThat(plan.absorbed()).as("batch %d", batch).isEqualTo(whole.absorbed());
      assertThat(plan.recut()).as("batch %d", batch).isEqualTo(whole.recut());
      assertThat(plan.trackerKeys()).as("batch %d", batch).isEqualTo(whole.trackerKeys());
    }
  }

  private static List<SessionUpdate> withTimeoutsAndRepetitions(
      List<SessionUpdate> updates, Random random) {
    List<SessionUpdate> more = new ArrayList<>();
    for (SessionUpdate update : updates) {
      more.add(update);
      if (random.nextInt(10) == 0 && !update.changed().isEmpty() && update.absorbed().isEmpty()) {
        more.add(
            new SessionUpdate(
                update.trackerKey(),
                null,
                update.sessionId(),
                update.changed(),
                List.of(),
                update.resegmented()));
      }
      if (random.nextInt(10) == 0) {
        more.add(more.get(random.nextInt(more.size())));
      }
    }
    return more;
  }

  private static List<SessionUpdate> folded(List<SessionUpdate> updates) {
    FoldedUpdates folded = new FoldedUpdates();
    updates.forEach(folded::add);
    return folded.all();
  }
}
