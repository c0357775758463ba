package dev.aidis.sink.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables as those that are read, in a schema of their own. New rows get the numbers of the rows
 * they stand for, and else the next of the same sequences.
 */
final class ShadowTables {
  static final String SCHEMA = "aidis_rebuild";

  private static final String DROP_MONTHS =
      """
      SELECT format('DROP TABLE %s', oid::regclass) FROM pg_class
      WHERE relnamespace = to_regnamespace('aidis_rebuild') AND relkind = 'r' AND relispartition
      """;

  private static final String CLEAR =
      """
      DROP SCHEMA IF EXISTS aidis_rebuild CASCADE
      """;

  private static final String CREATE_SCHEMA =
      """
      CREATE SCHEMA aidis_rebuild
      """;

  /** The statements that make each table: all of them, so that nothing is written to those read. */
  private static final String DEFINITIONS =
      """
      SELECT format('CREATE TABLE aidis_rebuild.%1$I (LIKE %2$I.%1$I INCLUDING ALL)', c.relname, n.nspname)
        || CASE WHEN c.relkind = 'p' THEN ' PARTITION BY ' || pg_get_partkeydef(c.oid) ELSE '' END
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND c.relname <> 'flyway_schema_history'
      """;

  /**
   * What the sink leaves to the database when it removes a session that was absorbed. Checked at
   * the end of a transaction, so that rows can be renumbered.
   */
  private static final String REMOVE_WITH_SESSION =
      """
      ALTER TABLE aidis_rebuild.session_files ADD FOREIGN KEY (session_id)
        REFERENCES aidis_rebuild.sessions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;
      ALTER TABLE aidis_rebuild.session_activities ADD FOREIGN KEY (session_id)
        REFERENCES aidis_rebuild.sessions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;
      ALTER TABLE aidis_rebuild.tasks ADD FOREIGN KEY (session_id)
        REFERENCES aidis_rebuild.sessions (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
      ALTER TABLE aidis_rebuild.context ADD FOREIGN KEY (session_id)
        REFERENCES aidis_rebuild.sessions (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
      ALTER TABLE aidis_rebuild.decisions ADD FOREIGN KEY (session_id)
        REFERENCES aidis_rebuild.sessions (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
      """;

  private ShadowTables() {}

  /**
   * Makes them, empty; what an interrupted rebuild left goes.
   *
   * @param connection that commits each statement
   */
  static void create(Connection connection, String readSchema) throws SQLException {
    drop(connection);
    execute(connection, CREATE_SCHEMA);
    try (PreparedStatement definitions = connection.prepareStatement(DEFINITIONS)) {
      definitions.setString(1, readSchema);
      executeEach(connection, definitions);
    }
    execute(connection, REMOVE_WITH_SESSION);
    execute(connection, sameNumbers(readSchema));
  }

  /**
   * Removes them, month by month: a statement holds a lock for all that it drops until its
   * transaction ends, and decades of months would need more locks than Postgres has room for.
   *
   * @param connection that commits each statement
   */
  static void drop(Connection connection) throws SQLException {
    try (PreparedStatement months = connection.prepareStatement(DROP_MONTHS)) {
      executeEach(connection, months);
    }
    execute(connection, CLEAR);
  }

  /** Executes the statements that a query returns. */
  private static void executeEach(Connection connection, PreparedStatement query)
      throws SQLException {
    List<String> statements = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        statements.add(rows.getString(1));
      }
    }
    for (String statement : statements) {
      execute(connection, statement);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * A row takes the number of the row it stands for. The replay comes to the owners of one id in
   * another order than the sinks did: the row stays with whom it is, and others get none.
   */
  private static String sameNumbers(String schema) {
    return """
      CREATE FUNCTION aidis_rebuild.same_project() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        SELECT p.id, p.uuid INTO NEW.id, NEW.uuid FROM %1$s.projects p WHERE p.name = NEW.name;
        IF NOT FOUND THEN
          NEW.id := nextval(pg_get_serial_sequence('%1$s.projects', 'id'));
          NEW.uuid := gen_random_uuid();
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER same_number BEFORE INSERT ON aidis_rebuild.projects
        FOR EACH ROW EXECUTE FUNCTION aidis_rebuild.same_project();

      CREATE FUNCTION aidis_rebuild.same_session() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.id := coalesce(
          (SELECT s.id FROM %1$s.sessions s WHERE s.uuid = NEW.uuid),
          (SELECT a.number FROM %1$s.absorbed_sessions a WHERE a.uuid = NEW.uuid),
          nextval(pg_get_serial_sequence('%1$s.sessions', 'id')));
        RETURN NEW;
      END $$;
      CREATE TRIGGER same_number BEFORE INSERT ON aidis_rebuild.sessions
        FOR EACH ROW EXECUTE FUNCTION aidis_rebuild.same_session();

      CREATE FUNCTION aidis_rebuild.same_task() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM %1$s.tasks t WHERE t.uuid = NEW.uuid AND t.owner <> NEW.owner) THEN
          RETURN NULL;
        END IF;
        NEW.id := coalesce(
          (SELECT t.id FROM %1$s.tasks t WHERE t.uuid = NEW.uuid),
          nextval(pg_get_serial_sequence('%1$s.tasks', 'id')));
        RETURN NEW;
      END $$;
      CREATE TRIGGER same_number BEFORE INSERT ON aidis_rebuild.tasks
        FOR EACH ROW EXECUTE FUNCTION aidis_rebuild.same_task();

      CREATE FUNCTION aidis_rebuild.same_context() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM %1$s.context c WHERE c.uuid = NEW.uuid AND c.owner <> NEW.owner) THEN
          RETURN NULL;
        END IF;
        NEW.id := coalesce(
          (SELECT c.id FROM %1$s.context c WHERE c.uuid = NEW.uuid),
          nextval(pg_get_serial_sequence('%1$s.context', 'id')));
        RETURN NEW;
      END $$;
      CREATE TRIGGER same_number BEFORE INSERT ON aidis_rebuild.context
        FOR EACH ROW EXECUTE FUNCTION aidis_rebuild.same_context();

      CREATE FUNCTION aidis_rebuild.same_decision() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM %1$s.decisions d WHERE d.uuid = NEW.uuid AND d.owner <> NEW.owner) THEN
          RETURN NULL;
        END IF;
        NEW.id := coalesce(
          (SELECT d.id FROM %1$s.decisions d WHERE d.uuid = NEW.uuid),
          nextval(pg_get_serial_sequence('%1$s.decisions', 'id')));
        RETURN NEW;
      END $$;
      CREATE TRIGGER same_number BEFORE INSERT ON aidis_rebuild.decisions
        FOR EACH ROW EXECUTE FUNCTION aidis_rebuild.same_decision();
      """
        .formatted(schema);
  }
}
