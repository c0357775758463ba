package dev.aidis.standalone.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.apache.commons.io.FileUtils;

/**
 * A Postgres beside this JVM, reachable from this machine only, with one database owned by one
 * role, both named {@value #NAME}. Its data directory is made at the first start and kept.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  /** Of the database and of the role that owns it. */
  public static final String NAME = "aidis";

  private static final String LOOPBACK = "127.0.0.1";

  /** Long, because after a crash Postgres first reads its log again. */
  private static final Duration START_PATIENCE = Duration.ofSeconds(60);

  /** The library switches {@code fsync} and {@code synchronous_commit} off for tests. */
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("listen_addresses", LOOPBACK),
          Map.entry("unix_socket_directories", ""),
          Map.entry("max_connections", "50"),
          Map.entry("shared_buffers", "128MB"),
          Map.entry("max_wal_size", "512MB"),
          Map.entry("io_method", "sync"),
          Map.entry("jit", "off"),
          Map.entry("log_checkpoints", "off"));

  private static final String ROLE_EXISTS = "SELECT 1 FROM pg_roles WHERE rolname = ?";

  /** Of those who only read; the sink lets it read, but its own role may not create roles. */
  private static final String CREATE_READER =
      """
      DO $$
      BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'aidis_reader') THEN
          CREATE ROLE aidis_reader NOLOGIN;
        END IF;
      END
      $$
      """;

  private static final String DATABASE_EXISTS = "SELECT 1 FROM pg_database WHERE datname = ?";
  private static final String CREATE_ROLE = "CREATE ROLE aidis LOGIN";
  private static final String CREATE_DATABASE = "CREATE DATABASE aidis OWNER aidis";

  private final EmbeddedPostgres server;
  private final int port;

  private EmbeddedDatabase(EmbeddedPostgres server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Frees the data directory from a postmaster that outlived its JVM, and removes what an
   * interrupted first start left. To be called before the port is checked and before {@link
   * #start}.
   */
  public static void tidyUp(Path directory, Path binaries) {
    try {
      OrphanedPostmaster.stop(dataIn(directory));
      if (Files.notExists(completedIn(directory))) {
        FileUtils.deleteDirectory(dataIn(directory).toFile());
      }
      removeHalfUnpacked(binaries);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare Postgres' directory " + directory, e);
    }
  }

  /**
   * Returns when the database serves clients.
   *
   * @param directory of all its data
   * @param binaries where the programs of Postgres are unpacked, once
   */
  public static EmbeddedDatabase start(Path directory, Path binaries, int port) {
    return start(directory, binaries, port, Map.of());
  }

  /**
   * The same, with settings of the server that go before all others, such as those of TLS.
   *
   * @param more by Postgres' names
   */
  public static EmbeddedDatabase start(
      Path directory, Path binaries, int port, Map<String, String> more) {
    System.setProperty("ot.epg.working-dir", binaries.toString());
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(dataIn(directory))
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(binaries.toFile())
            .setRegisterShutdownHook(false)
            .setPGStartupWait(START_PATIENCE)
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("locale", "C");
    SETTINGS.forEach(builder::setServerConfig);
    more.forEach(builder::setServerConfig);
    try {
      EmbeddedDatabase database = new EmbeddedDatabase(builder.start(), port);
      database.createOnce(completedIn(directory));
      database.createReader();
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start Postgres in " + directory, e);
    }
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://%s:%d/%s".formatted(LOOPBACK, port, NAME);
  }

  /** The URL that {@code psql} takes. */
  public String url() {
    return "postgresql://%1$s@%2$s:%3$d/%1$s".formatted(NAME, LOOPBACK, port);
  }

  /** Stops cleanly: open transactions are rolled back, the next start has nothing to recover. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop Postgres on port " + port, e);
    }
  }

  private void createOnce(Path completed) throws IOException {
    if (Files.exists(completed)) {
      return;
    }
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!exists(connection, ROLE_EXISTS)) {
        statement.execute(CREATE_ROLE);
      }
      if (!exists(connection, DATABASE_EXISTS)) {
        statement.execute(CREATE_DATABASE);
      }
    } catch (SQLException e) {
      close();
      throw new IOException("cannot create the database " + NAME, e);
    }
    Files.createFile(completed);
  }

  private void createReader() throws IOException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(CREATE_READER);
    } catch (SQLException e) {
      close();
      throw new IOException("cannot create the role aidis_reader", e);
    }
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, NAME);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static Path dataIn(Path directory) {
    return directory.resolve("data");
  }

  /** Exists once the first start came to its end; without it nothing was ever written. */
  private static Path completedIn(Path directory) {
    return directory.resolve("completed");
  }

  private static void removeHalfUnpacked(Path binaries) throws IOException {
    if (Files.notExists(binaries)) {
      return;
    }
    try (var releases = Files.newDirectoryStream(binaries, "PG-*")) {
      for (Path release : releases) {
        if (Files.notExists(release.resolve(".exists"))) {
          FileUtils.deleteDirectory(release.toFile());
        }
      }
    }
  }
}
