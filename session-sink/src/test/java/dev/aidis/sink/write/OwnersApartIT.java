package dev.aidis.sink.write;

import static dev.aidis.schemas.ActivityType.CONTEXT_ADDED;
import static dev.aidis.schemas.ActivityType.DECISION_MADE;
import static dev.aidis.schemas.ActivityType.FILE_MODIFIED;
import static dev.aidis.schemas.ActivityType.TASK_COMPLETED;
import static dev.aidis.schemas.ActivityType.TASK_CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.sink.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two owners name a task, a context item and a decision by the same id. */
class OwnersApartIT {
  private static final String OWNED =
      """
      SELECT to_jsonb(t) - 'session_id' FROM tasks t
      UNION ALL SELECT to_jsonb(c) - 'session_id' FROM context c
      UNION ALL SELECT to_jsonb(d) - 'session_id' FROM decisions d
      """;

  private static final String REFERENCES_OF_BOB =
      """
      SELECT DISTINCT task_id, context_id, decision_id FROM session_activities WHERE owner = 'bob'
      """;

  private static final UUID SHARED = Tracker.id(100);

  private final DataSource database = TestDatabase.migrated();
  private final BatchWriter writer = new BatchWriter(database);

  /** How what Bob tells comes after what Ada told. */
  enum Coming {
    IN_THE_SAME_BATCH,
    IN_ONE_OF_ITS_OWN,
    ONE_BY_ONE,
    BEFORE_WHAT_ADA_TELLS_NEXT
  }

  @ParameterizedTest
  @EnumSource
  void whatIsAnothersStaysAsItIs(Coming coming) throws SQLException {
    // Given what Ada told, which alone is in another database
    List<SessionUpdate> adas = told("ada", 1, "2026-03-02T09:00:00Z").updates();
    DataSource adasAlone = TestDatabase.migrated();
    new BatchWriter(adasAlone).write(Set.of(0), adas);
    List<SessionUpdate> bobs = told("bob", 11, "1970-01-01T00:00:00Z").updates();

    // When Bob tells the same ids with an earlier time, and completes the task
    switch (coming) {
      case IN_THE_SAME_BATCH -> write(joined(adas, bobs));
      case IN_ONE_OF_ITS_OWN -> {
        write(adas);
        write(bobs);
      }
      case ONE_BY_ONE -> {
        for (SessionUpdate update : joined(adas, bobs)) {
          write(List.of(update));
        }
      }
      case BEFORE_WHAT_ADA_TELLS_NEXT -> {
        write(adas);
        write(joined(bobs, adas));
      }
    }

    // Then
    assertThat(TestDatabase.rows(database, OWNED))
        .hasSize(3)
        .containsExactlyInAnyOrderElementsOf(TestDatabase.rows(adasAlone, OWNED));
    assertThat(TestDatabase.rows(database, REFERENCES_OF_BOB)).containsExactly("null|null|null");
  }

  @Test
  void whatEachCallsByAnIdOfTheirOwnIsThere() throws SQLException {
    // Given
    Tracker ada = new Tracker("ada");
    ada.did(ada.activity(1, TASK_CREATED, "09:00").taskId(Tracker.id(101)).title("Ada's"));
    Tracker bob = told("bob", 11, "2026-03-02T09:00:00Z");

    // When
    write(joined(ada.updates(), bob.updates()));

    // Then
    assertThat(TestDatabase.rows(database, "SELECT owner, title FROM tasks ORDER BY owner"))
        .containsExactly("ada|Ada's", "bob|of bob");
  }

  private static Tracker told(String owner, int first, String at) {
    Tracker tracker = new Tracker(owner);
    String text = "of " + owner;
    tracker.did(activity(tracker, first, TASK_CREATED, at).taskId(SHARED).title(text).body(text));
    tracker.did(
        activity(tracker, first + 1, CONTEXT_ADDED, at).contextId(SHARED).title(text).body(text));
    tracker.did(
        activity(tracker, first + 2, DECISION_MADE, at).decisionId(SHARED).title(text).body(text));
    tracker.did(
        activity(tracker, first + 3, FILE_MODIFIED, at)
            .taskId(SHARED)
            .contextId(SHARED)
            .decisionId(SHARED)
            .filePath("A.java"));
    if (owner.equals("bob")) {
      tracker.did(
          activity(tracker, first + 4, TASK_COMPLETED, "2026-04-01T00:00:00Z")
              .taskId(SHARED)
              .title(text));
    }
    return tracker;
  }

  private static ActivityBuilder activity(
      Tracker tracker, int number, ActivityType type, String at) {
    return tracker.activity(number, type, "00:00").occurredAt(Instant.parse(at));
  }

  private static List<SessionUpdate> joined(List<SessionUpdate> one, List<SessionUpdate> other) {
    List<SessionUpdate> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  private void write(List<SessionUpdate> updates) throws SQLException {
    writer.write(Set.of(0), updates);
  }
}
