package dev.aidis.sink.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.sink.TestDatabase;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The questions that people ask go by an index: 20,000 sessions, 500,000 activities, a year. */
class IndexesIT {
  private static final String SESSIONS =
      """
      INSERT INTO projects (name) SELECT 'project-' || i FROM generate_series(1, 30) AS i;
      INSERT INTO sessions (owner, project_id, started_at, last_activity_at, ended_at, status, tags, activities,
        duration_minutes, productivity_score, tasks_created, tasks_completed, first_position, last_position)
      SELECT 'owner-' || i % 500, 1 + i % 30, at, at + interval '1 hour', at + interval '1 hour', 'ended',
        ARRAY['tag-' || i % 50], 25, 60, i % 100, 3, 2,
        ROW (at, 1::smallint, gen_random_uuid())::activity_position,
        ROW (at + interval '1 hour', 1::smallint, gen_random_uuid())::activity_position
      FROM (SELECT i, timestamptz '2025-01-01 08:00Z' + i * interval '26 minutes' AS at
        FROM generate_series(1, 20000) AS i) AS s
      """;

  /**
   * Activities come as they happened. Foreign keys are not looked at: that would take most of the
   * time.
   */
  private static final String ACTIVITIES =
      """
      SET session_replication_role TO replica;
      DO $$ BEGIN
        FOR month IN 0..11 LOOP
          EXECUTE format('CREATE TABLE session_activities_%s PARTITION OF session_activities FOR VALUES FROM (%L) TO (%L)',
            month, timestamptz '2025-01-01Z' + month * interval '1 month', timestamptz '2025-01-01Z' + (month + 1) * interval '1 month');
        END LOOP;
      END $$;
      INSERT INTO session_activities (uuid, session_id, activity_type, occurred_at, owner, workspace, machine, file_path, task_id)
      SELECT gen_random_uuid(), s.id,
        CASE WHEN i = 13 THEN 'session_paused' ELSE CASE i % 5 WHEN 0 THEN 'file_modified' WHEN 1 THEN 'prompt_submitted' WHEN 2 THEN 'task_created' ELSE 'tool_used' END END,
        s.started_at + i * interval '2 minutes', s.owner, s.workspace, 'laptop',
        CASE i % 5 WHEN 0 THEN 'File' || i || '.java' END, CASE i % 5 WHEN 2 THEN s.id END
      FROM sessions s CROSS JOIN generate_series(1, 25) AS i
      ORDER BY s.started_at, i;
      INSERT INTO session_files (session_id, file_path, times_modified)
      SELECT s.id, 'File' || i || '.java', 2 FROM sessions s CROSS JOIN generate_series(1, 5) AS i;
      INSERT INTO tasks (id, uuid, owner, workspace, session_id, project_id, created_at, updated_at, created_position)
      SELECT s.id, gen_random_uuid(), s.owner, s.workspace, s.id, s.project_id, s.started_at, s.started_at, s.first_position
      FROM sessions s;
      INSERT INTO context (uuid, owner, workspace, session_id, title, content, created_at, updated_at, created_position)
      SELECT gen_random_uuid(), s.owner, s.workspace, s.id, 'Item ' || s.id, 'word' || s.id % 5000 || ' and some others',
        s.started_at, s.started_at, s.first_position
      FROM sessions s;
      INSERT INTO decisions (uuid, owner, workspace, session_id, title, rationale, created_at, updated_at, created_position)
      SELECT uuid, owner, workspace, session_id, title, content, created_at, updated_at, created_position FROM context;
      RESET session_replication_role
      """;

  private static final Pattern PARTITION = Pattern.compile(" on session_activities_\\d+");

  private static final DataSource DATABASE = TestDatabase.migrated();

  /** A question, the index that answers it, and the table that must not be read whole. */
  record Question(String name, String index, String table, String sql) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void fill() {
    TestDatabase.execute(DATABASE, SESSIONS);
    TestDatabase.execute(DATABASE, ACTIVITIES);
    TestDatabase.execute(DATABASE, "VACUUM ANALYZE"); // which the autovacuum does in time
  }

  static List<Question> questions() {
    return List.of(
        new Question(
            "list of an owner, newest first",
            "idx_sessions_owner_time",
            "sessions",
            """
            SELECT * FROM session_overview WHERE owner = 'owner-7' ORDER BY started_at DESC, number DESC LIMIT 20
            """),
        new Question(
            "next page of the list",
            "idx_sessions_owner_time",
            "sessions",
            """
            SELECT * FROM session_overview
            WHERE owner = 'owner-7' AND (started_at, number) < ('2025-06-01Z'::timestamptz, 9000)
            ORDER BY started_at DESC, number DESC LIMIT 20
            """),
        new Question(
            "monthly statistics of an owner",
            "idx_sessions_owner",
            "sessions",
            """
            SELECT count(*), sum(duration_minutes), avg(productivity_score), sum(tasks_completed) FROM sessions
            WHERE owner = 'owner-7' AND started_at >= '2025-06-01Z' AND started_at < '2025-07-01Z'
            """),
        new Question(
            "sessions with a tag",
            "idx_sessions_tags",
            "sessions",
            "SELECT id FROM sessions WHERE tags @> ARRAY['tag-7']"),
        new Question(
            "sessions of a project",
            "idx_sessions_project",
            "sessions",
            "SELECT id FROM sessions WHERE project_id = 7"),
        new Question(
            "open sessions",
            "idx_sessions_status",
            "sessions",
            "SELECT id FROM sessions WHERE status IN ('active', 'paused')"),
        new Question(
            "detail of a session",
            "sessions_pkey",
            "sessions",
            "SELECT * FROM session_overview WHERE number = 4711"),
        new Question(
            "timeline page",
            "session_id_occurred_at_idx",
            "session_activities",
            """
            SELECT a.* FROM session_activities a JOIN sessions s ON s.id = a.session_id
            WHERE s.id = 4711 AND a.occurred_at BETWEEN s.started_at AND s.last_activity_at
            ORDER BY a.occurred_at DESC, a.tie_rank DESC, a.uuid DESC LIMIT 50
            """),
        new Question(
            "files of a session",
            "session_files_pkey",
            "session_files",
            "SELECT * FROM session_files WHERE session_id = 4711 ORDER BY times_modified DESC"),
        new Question(
            "tasks of a session",
            "session_id_occurred_at_idx",
            "session_activities",
            """
            SELECT t.* FROM tasks t WHERE t.id IN (
              SELECT a.task_id FROM session_activities a JOIN sessions s ON s.id = a.session_id
              WHERE s.id = 4711 AND a.occurred_at BETWEEN s.started_at AND s.last_activity_at)
            """),
        new Question(
            "tasks created in a session",
            "idx_tasks_session",
            "tasks",
            "SELECT * FROM tasks WHERE session_id = 4711"),
        new Question(
            "an activity by its id and time",
            "_pkey",
            "session_activities",
            """
            SELECT session_id FROM session_activities
            WHERE uuid = '00000000-0000-0000-0000-000000000001' AND occurred_at = '2025-06-01Z'
            """),
        new Question(
            "an hour of everybody's timeline",
            "_pkey",
            "session_activities",
            """
            SELECT * FROM session_activities WHERE occurred_at BETWEEN '2025-06-01 09:00Z' AND '2025-06-01 10:00Z'
            """),
        new Question(
            "words in context items",
            "idx_context_words",
            "context",
            """
            SELECT id FROM context WHERE words_in(title, content) @@ to_tsquery('simple', 'word4711')
            """),
        new Question(
            "words in decisions",
            "idx_decisions_words",
            "decisions",
            """
            SELECT id FROM decisions WHERE words_in(title, rationale) @@ to_tsquery('simple', 'word4711')
            """),
        new Question(
            "beginnings of words",
            "idx_decisions_words",
            "decisions",
            """
            SELECT id FROM decisions WHERE words_in(title, rationale) @@ to_tsquery('simple', 'word471:*')
            """),
        new Question(
            "pauses of an owner in a month",
            "owner_occurred_at_idx",
            "session_activities",
            """
            SELECT session_id, occurred_at FROM session_activities
            WHERE owner = 'owner-7' AND activity_type = 'session_paused'
              AND occurred_at >= '2025-06-01Z' AND occurred_at < '2025-07-01Z'
            """),
        new Question(
            "newest decisions of an owner",
            "idx_decisions_owner",
            "decisions",
            """
            SELECT * FROM decisions WHERE owner = 'owner-7' AND workspace = 'main' ORDER BY created_at DESC LIMIT 10
            """));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void aQuestionGoesByItsIndex(Question question) {
    // When
    String plan =
        String.join("\n", TestDatabase.rows(DATABASE, "EXPLAIN (COSTS OFF) " + question.sql()));

    // Then
    assertThat(plan)
        .contains(question.index())
        .doesNotContainPattern("Seq Scan on " + question.table() + "(_\\d+)?\\b");
  }

  @ParameterizedTest
  @CsvSource({"2025-06-15Z, 1", "2025-02-15Z, 1"})
  void aQuestionThatSaysWhenReadsOneMonth(String day, int months) {
    // When
    List<String> plan =
        TestDatabase.rows(
            DATABASE,
            "EXPLAIN (COSTS OFF) SELECT activity_type, count(*) FROM session_activities WHERE occurred_at >= '"
                + day
                + "' AND occurred_at < '"
                + day
                + "'::timestamptz + interval '1 day' GROUP BY 1");

    // Then
    assertThat(
            PARTITION.matcher(String.join("\n", plan)).results().map(MatchResult::group).distinct())
        .hasSize(months);
  }
}
