package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aidis.standalone.SpanReceiver.Received;
import dev.aidis.standalone.embedded.EmbeddedDatabase;
import dev.aidis.standalone.embedded.EmbeddedKafka;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One trace from a tool's call to its row: the services as processes, switched on by variables. */
class TracingIT {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLER = "00f067aa0ba902b7";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private static Path temporary;
  private static SpanReceiver receiver;
  private static EmbeddedKafka kafka;
  private static EmbeddedDatabase database;
  private static ServiceProcesses services;
  private static TrackerClient client;

  @BeforeAll
  static void start() throws IOException {
    Logging.begin(Path.of("target"));
    receiver = SpanReceiver.start();
    kafka = EmbeddedKafka.start(temporary.resolve("kafka"), FreePorts.next());
    database =
        EmbeddedDatabase.start(
            temporary.resolve("postgres"), temporary.resolve("cache"), FreePorts.next());
    Map<String, String> common =
        Map.of(
            "SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
            "AIDIS_TOPICS_PARTITIONS", "3",
            "AIDIS_TRACING_ENABLED", "true",
            "OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint(),
            "OTEL_BSP_SCHEDULE_DELAY", "200",
            "LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");
    Map<String, String> store =
        Map.of(
            "SPRING_DATASOURCE_URL",
            database.jdbcUrl(),
            "SPRING_DATASOURCE_USERNAME",
            EmbeddedDatabase.NAME);
    Path logs = Files.createDirectories(Path.of("target", "services").toAbsolutePath());
    services =
        new ServiceProcesses(common, store, store, Files.createTempDirectory(logs, "traced"));
    services.start();
    client =
        new TrackerClient(
            new Place(services.http(), null, database.jdbcUrl(), EmbeddedDatabase.NAME, ""));
  }

  @AfterAll
  static void stop() {
    client.close();
    services.close();
    kafka.close();
    database.close();
    receiver.close();
  }

  @Test
  void fromAToolsCallToItsRowAllIsOneTraceAndEachServicesLogTellsIt()
      throws IOException, SQLException {
    // Given
    try (McpSyncClient assistant = client.mcp()) {
      assistant.initialize();

      // When
      assistant.callTool(
          new CallToolRequest(
              "task_create",
              Map.of("title", "Follow it"),
              Map.of("traceparent", "00-%s-%s-01".formatted(TRACE, CALLER))));
    }

    // Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(client.rows("SELECT title FROM tasks")).containsExactly("Follow it"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(wayFrom(CALLER))
                    .containsExactly(
                        "aidis-ingest: tools/call task_create",
                        "aidis-ingest: send aidis.activities",
                        "aidis-stream-processor: process aidis.activities",
                        "aidis-session-sink: process aidis.session-updates"));
    for (Map.Entry<String, List<String>> printed : services.printed().entrySet()) {
      assertThat(linesOfTheTrace(printed.getValue()))
          .as("lines of " + printed.getKey())
          .isNotEmpty()
          .allSatisfy(
              line -> {
                assertThat(line.path("service").path("name").asString("")).startsWith("aidis-");
                assertThat(line.path("span_id").asString("")).hasSize(16);
                assertThat(line.path("message").asString("")).contains(" took ");
              });
    }
  }

  /** Each span's one child after the other. */
  private static List<String> wayFrom(String span) {
    Optional<Received> child =
        receiver.of(TRACE).stream().filter(one -> one.parent().equals(span)).findFirst();
    List<String> way = new ArrayList<>();
    child.ifPresent(
        next -> {
          way.add(next.service() + ": " + next.name());
          way.addAll(wayFrom(next.id()));
        });
    return way;
  }

  private static List<JsonNode> linesOfTheTrace(List<String> printed) {
    return printed.stream()
        .filter(line -> line.startsWith("{"))
        .map(JsonMapper.shared()::readTree)
        .filter(line -> line.path("trace_id").asString("").equals(TRACE))
        .toList();
  }
}
