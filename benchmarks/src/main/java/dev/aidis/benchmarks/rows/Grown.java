package dev.aidis.benchmarks.rows;

import com.zaxxer.hikari.HikariDataSource;
import dev.aidis.benchmarks.FreePort;
import dev.aidis.benchmarks.load.Tables;
import dev.aidis.sink.schema.Schema;
import dev.aidis.standalone.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Databases of several sizes, side by side in one Postgres. */
final class Grown {
  /** Of a Postgres that is there to be filled and has nothing to lose. */
  private static final Map<String, String> FOR_FILLING =
      Map.of(
          "fsync", "off",
          "full_page_writes", "off",
          "wal_level", "minimal",
          "max_wal_senders", "0",
          "max_wal_size", "8GB",
          "checkpoint_timeout", "1h",
          "shared_buffers", "1GB",
          "maintenance_work_mem", "1GB",
          "autovacuum", "off");

  private static final String SUPERUSER = "postgres";
  private static final int CONNECTIONS = 4;

  private Grown() {}

  /** Fills them one after the other, then starts Postgres anew as a tracker starts it. */
  static EmbeddedDatabase start(Path home, List<Size> sizes)
      throws IOException, SQLException, InterruptedException, ExecutionException {
    Path directory = home.resolve("postgres");
    Path binaries = home.resolve("binaries");
    try (EmbeddedDatabase filling =
        EmbeddedDatabase.start(directory, binaries, FreePort.next(), FOR_FILLING)) {
      for (Size size : sizes) {
        System.out.println("Filling a database with " + size);
        create(filling, size);
        fill(url(filling, size), size);
      }
    }
    flush();
    return EmbeddedDatabase.start(directory, binaries, FreePort.next());
  }

  static String url(EmbeddedDatabase postgres, Size size) {
    String url = postgres.jdbcUrl();
    return url.substring(0, url.lastIndexOf('/') + 1) + size.database();
  }

  private static void create(EmbeddedDatabase postgres, Size size) throws SQLException {
    try (HikariDataSource superuser = pool(postgres.jdbcUrl(), SUPERUSER);
        Connection connection = superuser.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE DATABASE %s OWNER %s".formatted(size.database(), EmbeddedDatabase.NAME));
    }
  }

  private static void fill(String url, Size size)
      throws SQLException, InterruptedException, ExecutionException {
    try (HikariDataSource owner = pool(url, EmbeddedDatabase.NAME);
        HikariDataSource superuser = pool(url, SUPERUSER)) {
      Schema.migrate(owner);
      size.population().fill(owner, superuser);
    }
    Tables.require(url, "SELECT count(*) FROM session_activities", size.population().activities());
  }

  /** What the system still has to write to its disk would be measured with the updates. */
  private static void flush() throws IOException, InterruptedException {
    new ProcessBuilder("sync").inheritIO().start().waitFor();
  }

  private static HikariDataSource pool(String url, String user) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setMaximumPoolSize(CONNECTIONS);
    return pool;
  }
}
