package dev.aidis.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** The end-to-end suite, against containers that Testcontainers starts. */
class ContainersIT implements EndToEnd {
  private static final String SECRET = "a-secret-of-at-least-thirty-two-characters";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static Network network;
  private static KafkaContainer kafka;
  private static PostgreSQLContainer postgres;
  private static List<GenericContainer<?>> services = List.of();
  private static TrackerClient client;

  @BeforeAll
  static void start() {
    Compose.assumeDocker();
    network = Network.newNetwork();
    kafka =
        new KafkaContainer(DockerImageName.parse("apache/kafka:4.3.1"))
            .withNetwork(network)
            .withListener("broker:19092")
            .waitingFor(Wait.forListeningPorts(9092));
    postgres =
        new PostgreSQLContainer(DockerImageName.parse("postgres:18"))
            .withNetwork(network)
            .withNetworkAliases("database")
            .withDatabaseName("aidis")
            .withUsername("postgres")
            .withPassword(SECRET)
            .withCopyToContainer(Transferable.of(SECRET, 0444), "/run/secrets/sink_password")
            .withCopyToContainer(Transferable.of(SECRET, 0444), "/run/secrets/ingest_password")
            .withCopyFileToContainer(
                MountableFile.forHostPath(Path.of("../deploy/postgres/roles.sql"), 0444),
                "/docker-entrypoint-initdb.d/roles.sql");
    postgres.setWaitStrategy(
        Wait.forSuccessfulCommand("pg_isready -q -h 127.0.0.1 -U postgres -d aidis"));
    kafka.start();
    postgres.start();
    int port = FreePorts.next();
    GenericContainer<?> ingest =
        service("ingest-service", "aidis_ingest")
            .withCopyToContainer(Transferable.of(SECRET, 0444), "/run/secrets/token")
            .withEnv("AIDIS_TOKEN_FILE", "/run/secrets/token")
            .withEnv("AIDIS_INGEST_OWNER", "ada");
    ingest.setPortBindings(List.of("127.0.0.1:" + port + ":8080"));
    services =
        List.of(service("session-sink", "aidis_sink"), service("stream-processor", ""), ingest);
    services.forEach(GenericContainer::start);
    client =
        new TrackerClient(
            new Place(
                "http://127.0.0.1:" + port, SECRET, postgres.getJdbcUrl(), "aidis_sink", SECRET));
  }

  @AfterAll
  static void stop() {
    services.forEach(GenericContainer::stop);
    if (network != null) {
      client.close();
      postgres.stop();
      kafka.stop();
      network.close();
    }
  }

  @Override
  public TrackerClient client() {
    return client;
  }

  /** Stores go with their container: the processor restores them. */
  @Override
  public void restart() {
    services.reversed().forEach(GenericContainer::stop);
    services.forEach(GenericContainer::start);
  }

  private static GenericContainer<?> service(String name, String role) {
    return new GenericContainer<>(DockerImageName.parse("aidis/" + name + ":latest"))
        .withNetwork(network)
        .withEnv(
            Map.of(
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", "broker:19092",
                "AIDIS_TOPICS_PARTITIONS", "3",
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://database:5432/aidis",
                "SPRING_DATASOURCE_USERNAME", role,
                "SPRING_DATASOURCE_PASSWORD_FILE", "/run/secrets/password"))
        .withCopyToContainer(Transferable.of(SECRET, 0444), "/run/secrets/password")
        .waitingFor(Wait.forHealthcheck().withStartupTimeout(PATIENCE));
  }
}
