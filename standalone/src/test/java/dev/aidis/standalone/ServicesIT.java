package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.standalone.embedded.EmbeddedDatabase;
import dev.aidis.standalone.embedded.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The services as processes of their own, as a team runs them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServicesIT implements EndToEnd {
  private static final Duration GRACE = Duration.ofSeconds(10);

  @TempDir private static Path temporary;
  private static EmbeddedKafka kafka;
  private static EmbeddedDatabase database;
  private static ServiceProcesses services;
  private static TrackerClient client;

  @BeforeAll
  static void start() throws IOException {
    Logging.begin(Path.of("target"));
    kafka = EmbeddedKafka.start(temporary.resolve("kafka"), FreePorts.next());
    database =
        EmbeddedDatabase.start(
            temporary.resolve("postgres"), temporary.resolve("cache"), FreePorts.next());
    String token = UUID.randomUUID() + "-" + UUID.randomUUID();
    Path tokenFile = Files.writeString(temporary.resolve("token"), token + "\n");
    Path password = Files.writeString(temporary.resolve("password"), "not asked for\n");
    Path logs = Files.createDirectories(Path.of("target", "services").toAbsolutePath());
    Map<String, String> store =
        Map.of(
            "SPRING_DATASOURCE_URL", database.jdbcUrl(),
            "SPRING_DATASOURCE_USERNAME", EmbeddedDatabase.NAME,
            "SPRING_DATASOURCE_PASSWORD_FILE", password.toString());
    Map<String, String> front =
        Map.of(
            "AIDIS_INGEST_OWNER",
            "ada",
            "AIDIS_BIND",
            "0.0.0.0",
            "AIDIS_TOKEN_FILE",
            tokenFile.toString());
    services =
        new ServiceProcesses(
            Map.of(
                "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                kafka.bootstrapServers(),
                "AIDIS_TOPICS_PARTITIONS",
                "3"),
            store,
            merged(store, front),
            Files.createTempDirectory(logs, "run"));
    services.start();
    client =
        new TrackerClient(
            new Place(services.http(), token, database.jdbcUrl(), EmbeddedDatabase.NAME, ""));
  }

  @AfterAll
  static void stop() {
    client.close();
    services.close();
    kafka.close();
    database.close();
  }

  @Override
  public TrackerClient client() {
    return client;
  }

  @Override
  public void restart() throws IOException, InterruptedException {
    services.stop();
    services.start();
  }

  /** The last one: it leaves them stopped. */
  @Order(Integer.MAX_VALUE)
  @Test
  void eachStopsGracefullyWithinTenSeconds() throws IOException, InterruptedException {
    // Given
    client.postNotes("busy", TrackerClient.ids(500));
    assertThat(services.liveness()).containsExactly(200, 200, 200);

    // When
    Map<String, Duration> times = services.stop();

    // Then
    assertThat(times).allSatisfy((service, time) -> assertThat(time).isLessThan(GRACE));
  }

  private static Map<String, String> merged(Map<String, String> some, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(others);
    return all;
  }
}
