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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The role for BI tools: reads everything, writes nothing. */
class ReaderRoleIT {
  private static final String RELATIONS =
      """
      SELECT oid::regclass FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v')
      """;

  @Test
  void itReadsEveryTableAndViewAlsoMonthsMadeLater() throws SQLException {
    // Given a month made after the migration
    DataSource database = TestDatabase.migrated();
    new BatchWriter(database).prepare(Instant.parse("2031-05-01T00:00:00Z"));
    List<String> relations = TestDatabase.rows(database, RELATIONS);

    // When, Then
    assertThat(relations).contains("session_activities_2031_05", "sessions", "streaks");
    for (String relation : relations) {
      asReader(database, "SELECT * FROM " + relation + " LIMIT 1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO projects (name) VALUES ('mine')",
        "UPDATE sessions SET owner = 'me'",
        "DELETE FROM session_activities",
        "TRUNCATE tasks CASCADE",
        "DROP VIEW streaks",
        "CREATE TABLE mine (id integer)",
        "SELECT nextval('sessions_id_seq')",
      })
  void itWritesNothing(String statement) {
    // Given
    DataSource database = TestDatabase.migrated();

    // When, Then
    assertThatThrownBy(() -> asReader(database, statement))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("42501");
  }

  @Test
  void itCannotLogIn() {
    // Given
    DataSource database = TestDatabase.migrated();

    // When, Then
    assertThat(
            TestDatabase.rows(
                database,
                "SELECT rolcanlogin, rolsuper FROM pg_roles WHERE rolname = 'aidis_reader'"))
        .containsExactly("f|f");
  }

  @Test
  void whoMayNotCreateRolesMigratesAllTheSame() throws SQLException {
    // Given an owner of a database who may create nothing but tables, and no such role
    assertThat(TestDatabase.migrated()).isNotNull();
    DataSource database = TestDatabase.empty();
    String name = TestDatabase.rows(database, "SELECT current_database()").getFirst();
    TestDatabase.execute(
        database,
        "DO $$ BEGIN CREATE ROLE modest LOGIN; EXCEPTION WHEN duplicate_object THEN END $$");
    TestDatabase.execute(database, "ALTER DATABASE " + name + " OWNER TO modest");
    TestDatabase.execute(database, "ALTER ROLE aidis_reader RENAME TO reader_away");
    PGSimpleDataSource modest = new PGSimpleDataSource();
    modest.setUrl(TestDatabase.urlOf(name));
    modest.setUser("modest");

    // When
    try {
      Schema.migrate(modest);
    } finally {
      TestDatabase.execute(database, "ALTER ROLE reader_away RENAME TO aidis_reader");
    }

    // Then the tables are there
    assertThat(TestDatabase.rows(modest, "SELECT count(*) FROM sessions")).containsExactly("0");
    // and once somebody has made the role, the next start lets it read
    Schema.migrate(modest);
    asReader(database, "SELECT * FROM session_overview");
  }

  private static void asReader(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE aidis_reader");
      statement.execute(sql);
    }
  }
}
