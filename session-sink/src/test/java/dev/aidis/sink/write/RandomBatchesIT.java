package dev.aidis.sink.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.sink.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Laws of writing, over seeded random streams that arrive in any order: the rows depend neither on
 * how updates are cut into batches nor on how often these come, and are what the processor knows.
 * In a failure the owner tells the stream.
 */
class RandomBatchesIT {
  private static final String SESSIONS =
      """
      SELECT owner, uuid, revision, activities, status FROM sessions
      """;

  private static final String ASSIGNMENTS =
      """
      SELECT a.owner, a.uuid, s.uuid FROM session_activities a JOIN sessions s ON s.id = a.session_id
      """;

  private static final String FILES =
      """
      SELECT session_id, file_path, times_modified, mentioned_in_context FROM session_files ORDER BY 1, 2
      """;

  private static final String FILES_COUNTED_FROM_ACTIVITIES =
      """
      SELECT session_id, file_path,
        count(*) FILTER (WHERE activity_type = 'file_modified'),
        count(*) FILTER (WHERE activity_type = 'file_mentioned')
      FROM session_activities
      WHERE activity_type IN ('file_modified', 'file_mentioned', 'code_measured')
        AND session_id IS NOT NULL AND file_path IS NOT NULL
      GROUP BY 1, 2 ORDER BY 1, 2
      """;

  private static final String USAGE =
      """
      SELECT id, input_tokens, output_tokens, cache_read_tokens, cache_creation_tokens, cost_micro_usd
      FROM sessions WHERE id IN (SELECT session_id FROM token_use) ORDER BY 1
      """;

  private static final String USAGE_SUMMED_FROM_ACTIVITIES =
      """
      SELECT session_id, sum(input_tokens), sum(output_tokens), sum(cache_read_tokens),
        sum(cache_creation_tokens), sum(cost_micro_usd)
      FROM token_use WHERE session_id IS NOT NULL GROUP BY 1 ORDER BY 1
      """;

  private static final String VERDICTS =
      """
      SELECT id, goal_verdict, goal_verdict_explanation FROM sessions WHERE goal_verdict IS NOT NULL ORDER BY 1
      """;

  private static final String VERDICTS_OF_LAST_ACTIVITIES =
      """
      SELECT DISTINCT ON (session_id) session_id, attributes->>'verdict', body FROM session_activities
      WHERE activity_type = 'goal_evaluated' AND session_id IS NOT NULL
      ORDER BY session_id, occurred_at DESC, uuid DESC
      """;

  private final DataSource database = TestDatabase.migrated();

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void theRowsAreWhatTheProcessorKnows(long seed) throws SQLException {
    // Given
    List<Tracker> trackers = RandomUpdates.trackers(seed);

    // When
    writeInPieces(new BatchWriter(database), RandomUpdates.interleaved(trackers, seed), seed);

    // Then
    assertThat(TestDatabase.rows(database, SESSIONS))
        .containsExactlyInAnyOrderElementsOf(expectedSessions(trackers));
    assertThat(TestDatabase.rows(database, ASSIGNMENTS))
        .containsExactlyInAnyOrderElementsOf(expectedAssignments(trackers));
    assertThat(TestDatabase.rows(database, FILES))
        .isEqualTo(TestDatabase.rows(database, FILES_COUNTED_FROM_ACTIVITIES));
    assertThat(TestDatabase.rows(database, USAGE))
        .isNotEmpty()
        .isEqualTo(TestDatabase.rows(database, USAGE_SUMMED_FROM_ACTIVITIES));
    assertThat(TestDatabase.rows(database, VERDICTS))
        .isNotEmpty()
        .isEqualTo(TestDatabase.rows(database, VERDICTS_OF_LAST_ACTIVITIES));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void batchesOfAnySizeThatComeAgainGiveTheSameRows(long seed) throws SQLException {
    // Given
    List<SessionUpdate> updates = RandomUpdates.of(seed);
    DataSource atOnce = TestDatabase.migrated();
    new BatchWriter(atOnce).write(Set.of(0), updates);

    // When
    writeInPieces(new BatchWriter(database), updates, seed);

    // Then
    assertThat(Tables.of(database)).containsExactlyElementsOf(Tables.of(atOnce));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 5, 7, 8, 9, 16})
  void itIsTheSameWhereSessionsAreToldWithSomeOfTheirUpdatesOnly(long seed) throws SQLException {
    // Given
    List<SessionUpdate> updates = RandomUpdates.of(seed);
    List<SessionUpdate> sparse = RandomUpdates.withSessionsToldLater(updates, seed);
    assertThat(sparse).filteredOn(update -> update.changed().isEmpty()).hasSizeGreaterThan(50);
    DataSource atOnce = TestDatabase.migrated();
    new BatchWriter(atOnce).write(Set.of(0), updates);

    // When
    writeInPieces(new BatchWriter(database), sparse, seed);

    // Then
    assertThat(Tables.of(database)).containsExactlyElementsOf(Tables.of(atOnce));
  }

  @Test
  void twoSinksAtOnceGiveTheSameRows() throws SQLException {
    // Given
    List<SessionUpdate> updates = RandomUpdates.of(4);
    DataSource atOnce = TestDatabase.migrated();
    new BatchWriter(atOnce).write(Set.of(0), updates);

    // When
    CompletableFuture<Void> another =
        CompletableFuture.runAsync(() -> writeUnchecked(new BatchWriter(database), updates, 5));
    writeInPieces(new BatchWriter(database), updates, 6);
    another.join();

    // Then
    assertThat(Tables.of(database)).containsExactlyElementsOf(Tables.of(atOnce));
  }

  /** Some pieces come again: a sink that had not committed its offsets starts over. */
  private static void writeInPieces(BatchWriter writer, List<SessionUpdate> updates, long seed)
      throws SQLException {
    Random random = new Random(seed);
    int from = 0;
    while (from < updates.size()) {
      int to = Math.min(updates.size(), from + 1 + random.nextInt(60));
      writer.write(Set.of(0), updates.subList(from, to));
      from = random.nextInt(4) == 0 && to < updates.size() ? to - random.nextInt(to - from) : to;
    }
  }

  private static void writeUnchecked(BatchWriter writer, List<SessionUpdate> updates, long seed) {
    try {
      writeInPieces(writer, updates, seed);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> expectedSessions(List<Tracker> trackers) {
    List<String> expected = new ArrayList<>();
    for (Tracker tracker : trackers) {
      for (Session session : tracker.sessions()) {
        expected.add(
            "%s|%s|%d|%d|%s"
                .formatted(
                    session.trackerKey().owner(),
                    session.id(),
                    session.revision(),
                    session.counters().activities(),
                    session.status().wireName()));
      }
    }
    return expected;
  }

  private static List<String> expectedAssignments(List<Tracker> trackers) {
    List<String> expected = new ArrayList<>();
    for (Tracker tracker : trackers) {
      for (Session session : tracker.sessions()) {
        String owner = session.trackerKey().owner();
        tracker
            .activitiesOf(session)
            .forEach(id -> expected.add(owner + "|" + id + "|" + session.id()));
      }
    }
    return expected;
  }
}
