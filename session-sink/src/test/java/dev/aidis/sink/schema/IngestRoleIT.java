package dev.aidis.sink.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.sink.TestDatabase;
import dev.aidis.sink.write.BatchWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The role of the ingest service where it has one of its own: it reads everything, writes nothing.
 */
class IngestRoleIT {
  private static final String CREATE_ROLE =
      "DO $$ BEGIN CREATE ROLE aidis_ingest LOGIN; EXCEPTION WHEN duplicate_object THEN END $$";
  private static final String RELATIONS =
      """
      SELECT oid::regclass FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'S')
      """;

  private static DataSource database;

  @BeforeAll
  static void migrateWhereTheRoleIs() {
    database = TestDatabase.empty();
    TestDatabase.execute(database, CREATE_ROLE);
    Schema.migrate(database);
  }

  @Test
  void itReadsEveryTableViewAndSequenceAlsoMonthsMadeLater() throws SQLException {
    // Given a month made after the migration
    new BatchWriter(database).prepare(Instant.parse("2031-05-01T00:00:00Z"));
    List<String> relations = TestDatabase.rows(database, RELATIONS);

    // When, Then
    assertThat(relations).contains("session_activities_2031_05", "sessions", "sessions_id_seq");
    for (String relation : relations) {
      asIngest("SELECT * FROM " + relation + " LIMIT 1");
    }
  }

  @Test
  void itListensToWhatTheSinkSays() throws SQLException {
    asIngest("LISTEN aidis_sessions");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO sessions (owner) VALUES ('me')",
        "UPDATE sessions SET productivity_score = 100",
        "DELETE FROM sessions",
        "INSERT INTO session_activities (owner) VALUES ('me')",
        "UPDATE tasks SET title = 'mine'",
        "DELETE FROM decisions",
        "TRUNCATE session_files",
        "INSERT INTO reserved_numbers (kind, uuid) VALUES ('tasks', gen_random_uuid())",
        "ALTER TABLE sessions DISABLE TRIGGER ALL",
        "SELECT setval('sessions_id_seq', 1)",
        "CREATE TABLE mine (id integer)",
      })
  void itWritesNothing(String statement) {
    assertThatThrownBy(() -> asIngest(statement))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("42501");
  }

  private static void asIngest(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE aidis_ingest");
      statement.execute(sql);
    }
  }
}
