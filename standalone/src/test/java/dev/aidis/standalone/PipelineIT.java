package dev.aidis.standalone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aidis.schemas.Topics;
import dev.aidis.standalone.home.Home;
import dev.aidis.standalone.home.Settings;
import dev.aidis.standalone.home.StartException;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a call to a row, through a whole tracker in this JVM. */
class PipelineIT implements EndToEnd {
  @TempDir private static Path temporary;
  private static Settings settings;
  private static Tracker tracker;
  private static TrackerClient client;

  @BeforeAll
  static void startTracker() throws IOException {
    Logging.begin(Path.of("target"));
    settings = FreePorts.settings(temporary.resolve("home"));
    tracker = start();
    client = new TrackerClient(settings);
  }

  @AfterAll
  static void stopTracker() {
    client.close();
    tracker.close();
  }

  @Override
  public TrackerClient client() {
    return client;
  }

  @Override
  public void restart() throws IOException {
    tracker.close();
    tracker = start();
  }

  @Test
  void aSecondTrackerOnTheSameHomeIsRefused() {
    // When / Then
    assertThatExceptionOfType(StartException.class)
        .isThrownBy(PipelineIT::start)
        .withMessage(
            "already running (pid %d) at http://127.0.0.1:%d; see ./aidis status",
            ProcessHandle.current().pid(), settings.port());
  }

  @Test
  void whileTracingIsOffNoRecordTellsATrace() {
    // Given
    try (McpSyncClient assistant = client.mcp()) {
      assistant.initialize();

      // When
      assistant.callTool(
          new CallToolRequest(
              "session_note",
              Map.of("note", "untraced"),
              Map.of("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")));
    }

    // Then
    for (String topic : List.of(Topics.ACTIVITIES, Topics.SESSION_UPDATES)) {
      assertThat(recordsOf(topic))
          .isNotEmpty()
          .allSatisfy(record -> assertThat(record.headers().lastHeader("traceparent")).isNull());
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> recordsOf(String topic) {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    Map<String, Object> broker =
        Map.of(
            "bootstrap.servers",
            "127.0.0.1:" + settings.kafkaPort(),
            "isolation.level",
            "read_committed");
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(broker, bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < requireNonNull(ends.get(one)))) {
        consumer.poll(Duration.ofMillis(50)).forEach(records::add);
      }
    }
    return records;
  }

  private static Tracker start() throws IOException {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Tracker starting =
        new Tracker(settings, Home.open(settings.home()), new Console(nowhere, nowhere));
    try {
      starting.start(Clock.systemUTC());
      return starting;
    } catch (IOException | RuntimeException e) {
      starting.close();
      throw e;
    }
  }
}
