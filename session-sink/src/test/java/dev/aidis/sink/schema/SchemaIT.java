package dev.aidis.sink.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.sink.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class SchemaIT {
  private static final String TABLES =
      """
      SELECT relname FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
        AND relname <> 'flyway_schema_history'
      ORDER BY relname
      """;

  private static final String UNCOMMENTED =
      """
      SELECT c.relname, a.attname
      FROM pg_class c
      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'c', 'v') AND NOT c.relispartition
        AND c.relname <> 'flyway_schema_history'
        AND (col_description(c.oid, a.attnum) IS NULL
          OR c.relkind <> 'c' AND obj_description(c.oid, 'pg_class') IS NULL)
      """;

  @Test
  void migrationsMakeTheTables() {
    // Given
    DataSource database = TestDatabase.empty();

    // When
    Schema.migrate(database);

    // Then
    assertThat(TestDatabase.rows(database, TABLES))
        .containsExactly(
            "absorbed_sessions",
            "archived_months",
            "context",
            "decisions",
            "projects",
            "reserved_numbers",
            "session_activities",
            "session_files",
            "sessions",
            "tasks");
  }

  @Test
  void migratingAgainChangesNothing() {
    // Given
    DataSource database = TestDatabase.migrated();
    String history = "SELECT * FROM flyway_schema_history ORDER BY installed_rank";
    var before = TestDatabase.rows(database, history);

    // When
    Schema.migrate(database);

    // Then
    assertThat(TestDatabase.rows(database, history)).isEqualTo(before);
  }

  @Test
  void everyTableViewAndColumnHasAComment() {
    // Given
    DataSource database = TestDatabase.migrated();

    // When
    var uncommented = TestDatabase.rows(database, UNCOMMENTED);

    // Then
    assertThat(uncommented).isEmpty();
  }

  @Test
  void aDatabaseOfANewerProgramIsRefusedWithAWayOut() {
    // Given
    DataSource database = TestDatabase.migrated();
    TestDatabase.execute(
        database,
        """
        INSERT INTO flyway_schema_history
          (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
        VALUES (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, 'test', 1, true)
        """);

    // When, Then
    assertThatThrownBy(() -> Schema.migrate(database))
        .isInstanceOf(SchemaTooNewException.class)
        .hasMessageContaining("schema version 99")
        .hasMessageContaining("start the newer AIDIS again");
  }

  @Test
  void aMigrationPublishedBelowTheNewestIsAppliedAllTheSame() {
    // Given a database that has all migrations but one in the middle
    DataSource database = TestDatabase.migrated();
    TestDatabase.execute(
        database,
        """
        DELETE FROM flyway_schema_history WHERE version = '4';
        DROP VIEW session_overview
        """);

    // When, Then the view that it makes is there again, and the next start is content
    Schema.migrate(database);
    assertThat(TestDatabase.rows(database, "SELECT count(*) FROM session_overview"))
        .containsExactly("0");
    Schema.migrate(database);
  }
}
