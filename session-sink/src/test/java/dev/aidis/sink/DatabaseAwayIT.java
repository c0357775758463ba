package dev.aidis.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.aidis.sink.schema.DatabaseStart;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseAwayIT {
  @TempDir private Path directory;

  @Test
  void theStartWaitsForTheDatabase() throws Exception {
    // Given a database that starts only while it is waited for
    int port = freePort();
    AtomicReference<@Nullable EmbeddedPostgres> started = new AtomicReference<>();
    try (HikariDataSource database = pool("jdbc:postgresql://localhost:" + port + "/postgres")) {

      // When
      DatabaseStart.await(
          database,
          database,
          time -> started.compareAndSet(null, started.get() == null ? postgres(port) : null));

      // Then
      assertThat(TestDatabase.rows(database, "SELECT count(*) FROM sessions")).containsExactly("0");
      assertThat(started.get()).isNotNull();
    } finally {
      EmbeddedPostgres postgres = started.get();
      if (postgres != null) {
        postgres.close();
      }
    }
  }

  @Test
  void aDatabaseThatDoesNotExistIsNotWaitedFor() {
    try (HikariDataSource database = pool(TestDatabase.urlOf("no_such_database"))) {
      assertThatThrownBy(
              () ->
                  DatabaseStart.await(
                      database,
                      database,
                      time -> {
                        throw new AssertionError("it waits");
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("check spring.datasource.url")
          .hasMessageContaining("no_such_database");
    }
  }

  private EmbeddedPostgres postgres(int port) {
    try {
      return EmbeddedPostgres.builder()
          .setPort(port)
          .setDataDirectory(directory)
          .setServerConfig("fsync", "off")
          .start();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static HikariDataSource pool(String url) {
    HikariDataSource database = new HikariDataSource();
    database.setJdbcUrl(url);
    database.setUsername("postgres");
    database.setInitializationFailTimeout(-1);
    database.setConnectionTimeout(1_000);
    return database;
  }
}
