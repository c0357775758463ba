package dev.aidis.sink.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkViewsIT {
  private static final String NINE = "2026-03-02 09:00Z";
  private static final String TEN = "2026-03-02 10:00Z";

  private final SessionTable sessions = new SessionTable();

  @Test
  void aSessionWithTwoTagsCountsForBoth() {
    // Given
    sessions
        .session(
            "ada", NINE, TEN, "tags = '{bug-fix,sink}', productivity_score = 80, tasks_created = 2")
        .session("ada", NINE, TEN, "tags = '{sink}', productivity_score = 40, tasks_completed = 1");

    // When
    var tags =
        sessions.ask(
            "UTC",
            "SELECT tag, sessions, avg_score, minutes, completion_rate FROM tag_productivity ORDER BY tag");

    // Then
    assertThat(tags).containsExactly("bug-fix|1|80.00|60|0.0000", "sink|2|60.00|120|0.5000");
  }

  @Test
  void everyModelOfASessionCounts() {
    // Given
    sessions.session(
        "ada",
        NINE,
        TEN,
        """
        models = '[
          {"model":"opus","provider":"anthropic","activities":7,"firstAt":"2026-03-02T09:00:00Z","lastAt":"2026-03-02T09:30:00Z"},
          {"model":"qwen","provider":null,"activities":2,"firstAt":"2026-03-02T09:40:00Z","lastAt":"2026-03-02T10:00:00Z"}]'
        """);

    // When
    var models =
        sessions.ask(
            "UTC",
            """
            SELECT model, provider, sessions, activities, completion_rate, last_used_at FROM model_productivity ORDER BY model
            """);

    // Then
    assertThat(models)
        .containsExactly(
            "opus|anthropic|1|7|null|2026-03-02 09:30:00+00",
            "qwen|null|1|2|null|2026-03-02 10:00:00+00");
  }

  @Test
  void aProjectsTimeIsTheUnionOfItsSessions() {
    // Given
    sessions
        .with("INSERT INTO projects (name) VALUES ('aidis')")
        .session("ada", NINE, "2026-03-02 11:00Z", "project_id = 1, decisions_made = 2")
        .session("ada", TEN, "2026-03-02 12:00Z", "project_id = 1, decisions_made = 3")
        .session("ada", TEN, "2026-03-02 12:00Z");

    // When
    var projects =
        sessions.ask(
            "UTC", "SELECT project, sessions, minutes, decisions_made FROM project_productivity");

    // Then
    assertThat(projects).containsExactly("aidis|2|180.00|5");
  }

  @Test
  void tasksFlowByDay() {
    // Given
    sessions.with(
        """
        INSERT INTO tasks (uuid, owner, workspace, status, created_at, updated_at, completed_at, created_position)
        SELECT gen_random_uuid(), 'ada', 'main', status, created::timestamptz, created::timestamptz,
          completed::timestamptz, ROW (created::timestamptz, 1, gen_random_uuid())::activity_position
        FROM (VALUES
          ('completed', '2026-03-02 09:00Z', '2026-03-02 11:00Z'),
          ('completed', '2026-03-02 09:00Z', '2026-03-03 09:00Z'),
          ('todo', '2026-03-02 23:30Z', NULL)) AS t (status, created, completed)
        """);

    // When
    var flow =
        sessions.ask(
            "Europe/Berlin",
            """
            SELECT day, created, completed, open_at_end_of_day, median_hours_to_complete FROM task_flow ORDER BY day
            """);

    // Then
    assertThat(flow).containsExactly("2026-03-02|2|1|1|2.00", "2026-03-03|1|1|1|24.00");
  }

  @Test
  void codeIsByLanguage() {
    // Given
    sessions
        .session("ada", NINE, TEN)
        .with(
            """
            INSERT INTO session_files (session_id, file_path, times_modified, loc_added, loc_removed, mentioned_in_context)
            VALUES (1, 'src/A.java', 2, 10, 4, 0), (1, 'b/B.JAVA', 1, 5, 0, 0), (1, 'C:\\w\\x.tsx', 1, 1, 1, 0),
              (1, 'notes.weird', 1, 2, 0, 0), (1, '.gitignore', 1, 3, 0, 0), (1, 'Makefile', 1, 1, 0, 0),
              (1, 'only/mentioned.py', 0, 0, 0, 5)
            """);

    // When
    var languages =
        sessions.ask(
            "UTC",
            """
            SELECT language, files, modifications, loc_added, net_loc FROM language_productivity ORDER BY language COLLATE "C"
            """);

    // Then
    assertThat(languages)
        .containsExactly("Java|2|3|15|11", "TypeScript|1|1|1|0", "none|2|2|4|4", "weird|1|1|2|2");
  }

  @Test
  void machinesAndDecisionsAreListed() {
    // Given
    sessions
        .session("ada", NINE, TEN, "machines = '{desktop,laptop}', session_goals = 'Ship it'")
        .with(
            """
            INSERT INTO decisions (uuid, owner, workspace, session_id, title, created_at, updated_at, created_position)
            VALUES (gen_random_uuid(), 'ada', 'main', 1, 'Use Kafka', now(), now(), ROW (now(), 1, gen_random_uuid())),
              (gen_random_uuid(), 'ada', 'main', 1, 'only referred to', now(), now(), NULL)
            """);

    // When
    var machines =
        sessions.ask("UTC", "SELECT machine, sessions, shared_sessions FROM machine_productivity");
    var decisions = sessions.ask("UTC", "SELECT title, session_goals FROM decision_log");

    // Then
    assertThat(machines).containsExactlyInAnyOrder("desktop|1|1", "laptop|1|1");
    assertThat(decisions).containsExactly("Use Kafka|Ship it");
  }
}
