package dev.aidis.queries;

import dev.aidis.sink.schema.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Databases with the tables of the sink, in one embedded Postgres. */
public final class TestDatabase {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestDatabase() {}

  private static final class Server {
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
      } catch (IOException e) {
        throw new UncheckedIOException("the embedded Postgres does not start", e);
      }
    }
  }

  public static DataSource migrated() {
    String name = "test_" + NUMBER.incrementAndGet();
    execute(Server.POSTGRES.getPostgresDatabase(), "CREATE DATABASE " + name);
    DataSource database = Server.POSTGRES.getDatabase("postgres", name);
    Schema.migrate(database);
    return database;
  }

  public static void execute(DataSource database, String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the test's statement fails: " + sql, e);
    }
  }
}
