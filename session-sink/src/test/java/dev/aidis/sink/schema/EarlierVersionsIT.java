package dev.aidis.sink.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.sink.TestDatabase;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A database of every earlier version, with what its sink had written, is brought to the newest.
 */
class EarlierVersionsIT {
  private static final String SESSIONS_OF_V1 =
      """
      INSERT INTO projects (name) VALUES ('aidis');
      INSERT INTO sessions (owner, project_id, started_at, last_activity_at, ended_at, status, session_goals, tags,
        duration_minutes, activities, tasks_created, tasks_completed, productivity_score, revision, first_position, last_position)
      VALUES ('ada', 1, '2026-03-02 09:00Z', '2026-03-02 10:30Z', '2026-03-02 10:30Z', 'ended', 'Ship it', '{sink}',
        90, 3, 2, 1, 55, 3,
        ROW ('2026-03-02 09:00Z', 0, '00000000-0000-0000-0000-000000000001'),
        ROW ('2026-03-02 10:30Z', 2, '00000000-0000-0000-0000-000000000003'));
      INSERT INTO absorbed_sessions (uuid, number, into_uuid, revision)
      SELECT '00000000-0000-0000-0000-0000000000ff', 7, uuid, 3 FROM sessions
      """;

  private static final String KNOWLEDGE_OF_V2 =
      """
      INSERT INTO tasks (uuid, session_id, project_id, owner, workspace, title, status, created_at, updated_at,
        completed_at, created_position)
      VALUES ('00000000-0000-0000-0000-000000000100', 1, 1, 'ada', 'main', 'Write it', 'completed',
        '2026-03-02 09:10Z', '2026-03-02 10:00Z', '2026-03-02 10:00Z',
        ROW ('2026-03-02 09:10Z', 1, '00000000-0000-0000-0000-000000000002'));
      INSERT INTO context (uuid, session_id, owner, workspace, title, content, created_at, updated_at)
      VALUES (gen_random_uuid(), 1, 'ada', 'main', 'How it works', 'In steps', '2026-03-02 09:20Z', '2026-03-02 09:20Z');
      INSERT INTO decisions (uuid, session_id, owner, workspace, title, rationale, created_at, updated_at, created_position)
      VALUES (gen_random_uuid(), 1, 'ada', 'main', 'Use Kafka', 'It is a log', '2026-03-02 09:30Z', '2026-03-02 09:30Z',
        ROW ('2026-03-02 09:30Z', 1, gen_random_uuid()))
      """;

  private static final String TIMELINE_OF_V3 =
      """
      CREATE TABLE session_activities_2026_03 PARTITION OF session_activities
      FOR VALUES FROM ('2026-03-01 00:00:00Z') TO ('2026-04-01 00:00:00Z');
      INSERT INTO session_activities (uuid, session_id, activity_type, task_id, occurred_at, owner, workspace, machine)
      VALUES ('00000000-0000-0000-0000-000000000002', 1, 'task_created', 1, '2026-03-02 09:10Z', 'ada', 'main', 'laptop');
      INSERT INTO session_files (session_id, file_path, times_modified, loc_added) VALUES (1, 'src/A.java', 2, 10)
      """;

  /** What a reader of the newest version sees of them. */
  private static final List<String> READ_AFTER_V1 =
      List.of(
          "SELECT owner, project, session_goals, activities, productivity_score FROM session_overview",
          "SELECT o.number FROM absorbed_sessions a JOIN session_overview o ON o.uuid = a.into_uuid WHERE a.number = 7",
          "SELECT project, sessions, minutes FROM project_productivity");

  private static final List<String> READ_AFTER_V2 =
      List.of(
          "SELECT created, completed FROM task_flow",
          "SELECT title, session_goals FROM decision_log",
          "SELECT title FROM context WHERE words_in(title, content) @@ to_tsquery('simple', 'step:*')");

  private static final List<String> READ_AFTER_V3 =
      List.of(
          "SELECT a.activity_type, t.title FROM session_activities a JOIN tasks t ON t.id = a.task_id",
          "SELECT language, loc_added FROM language_productivity");

  static List<String> versions() {
    return Arrays.stream(flyway(TestDatabase.empty()).load().info().all())
        .filter(migration -> migration.getVersion() != null)
        .map(migration -> migration.getVersion().getVersion())
        .toList();
  }

  @ParameterizedTest(name = "version {0}")
  @MethodSource("versions")
  void itsRowsAreThereAndReadable(String version) {
    // Given
    DataSource database = TestDatabase.empty();
    flyway(database).target(version).load().migrate();
    int has = MigrationVersion.fromVersion(version).getMajor().intValue();
    TestDatabase.execute(database, SESSIONS_OF_V1);
    if (has >= 2) {
      TestDatabase.execute(database, KNOWLEDGE_OF_V2);
    }
    if (has >= 3) {
      TestDatabase.execute(database, TIMELINE_OF_V3);
    }

    // When
    Schema.migrate(database);

    // Then
    assertThat(answers(database, READ_AFTER_V1))
        .containsExactly("ada|aidis|Ship it|3|55.00", "1", "aidis|1|90.00");
    assertThat(answers(database, READ_AFTER_V2))
        .isEqualTo(has >= 2 ? List.of("1|1", "Use Kafka|Ship it", "How it works") : List.of());
    assertThat(answers(database, READ_AFTER_V3))
        .isEqualTo(has >= 3 ? List.of("task_created|Write it", "Java|10") : List.of());
  }

  private static FluentConfiguration flyway(DataSource database) {
    return Flyway.configure().dataSource(database).locations("classpath:db/aidis");
  }

  private static List<String> answers(DataSource database, List<String> questions) {
    return questions.stream()
        .flatMap(question -> TestDatabase.rows(database, question).stream())
        .toList();
  }
}
