package dev.aidis.sink;

import dev.aidis.sink.schema.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Databases in one embedded Postgres, which lives as long as the tests do. */
public final class TestDatabase {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestDatabase() {}

  private static final class Server {
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("max_connections", "50")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException("the embedded Postgres does not start", e);
      }
    }
  }

  /** Migrated once, copied for each test. */
  private static final class Template {
    private static final String NAME = create();

    private static String create() {
      Schema.migrate(database("template_aidis", "template1"));
      return "template_aidis";
    }
  }

  /** A new, empty database. */
  public static DataSource empty() {
    return database("test_" + NUMBER.incrementAndGet(), "template1");
  }

  /** A new database with the tables of the sink. */
  public static DataSource migrated() {
    return database("test_" + NUMBER.incrementAndGet(), Template.NAME);
  }

  private static DataSource database(String name, String template) {
    execute(
        Server.POSTGRES.getPostgresDatabase(),
        "CREATE DATABASE %s TEMPLATE %s".formatted(name, template));
    return Server.POSTGRES.getDatabase("postgres", name);
  }

  /** The address of a database in the embedded Postgres, whether it exists or not. */
  public static String urlOf(String name) {
    return Server.POSTGRES.getJdbcUrl("postgres", name);
  }

  public static void execute(DataSource database, String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the test's statement fails: " + sql, e);
    }
  }

  /** All rows, each as its values separated by bars. */
  public static List<String> rows(DataSource database, String sql) {
    return rows(database, "SELECT", sql);
  }

  /** The same, after another statement in the same connection. */
  public static List<String> rows(DataSource database, String before, String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = queryAfter(statement, before, sql)) {
      List<String> rows = new ArrayList<>();
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int column = 1; column <= columns; column++) {
          row.append(column == 1 ? "" : "|").append(result.getString(column));
        }
        rows.add(row.toString());
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("the test's query fails: " + sql, e);
    }
  }

  private static ResultSet queryAfter(Statement statement, String before, String sql)
      throws SQLException {
    statement.execute(before);
    return statement.executeQuery(sql);
  }
}
