package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aidis.schemas.Topics;
import dev.aidis.standalone.home.Home;
import dev.aidis.standalone.home.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a whole tracker tells about itself, also of records that are no activities. */
class MetricsIT {
  private static final Path PAGE = Path.of("../docs/metrics.md");
  private static final Pattern DOCUMENTED =
      Pattern.compile("^\\| `(aidis_[a-z_]+)`", Pattern.MULTILINE);
  private static final Pattern TOLD =
      Pattern.compile("^# TYPE (aidis_[a-z_]+) (\\w+)", Pattern.MULTILINE);
  private static final byte[] KEY = "ada/main".getBytes(StandardCharsets.UTF_8);

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

  @Test
  void thePageNamesEveryMetricThatIsToldAndNoOther() throws IOException, InterruptedException {
    // When
    NavigableSet<String> told = new TreeSet<>();
    TOLD.matcher(scrape())
        .results()
        .filter(type -> !type.group(1).endsWith("_max"))
        .map(type -> type.group(1))
        .forEach(told::add);

    // Then
    NavigableSet<String> documented = new TreeSet<>();
    DOCUMENTED
        .matcher(Files.readString(PAGE))
        .results()
        .map(row -> row.group(1))
        .forEach(documented::add);
    assertThat(told).isEqualTo(documented);
  }

  @Test
  void theOpenSessionsAreRightAfterARestart() throws IOException, InterruptedException {
    // Given
    client.postNotes("grace", TrackerClient.ids(2));
    client.postNotes("linus", TrackerClient.ids(1));
    String sessions = "SELECT count(*) FROM sessions WHERE owner IN ('grace', 'linus')";
    await().untilAsserted(() -> assertThat(client.rows(sessions)).containsExactly("2"));
    await()
        .untilAsserted(() -> assertThat(value("aidis_lag{group=\"aidis-session-sink\"")).isZero());
    await()
        .untilAsserted(
            () ->
                assertThat(value("aidis_sessions_open{status=\"active\""))
                    .isGreaterThanOrEqualTo(2));
    double open = value("aidis_sessions_open{status=\"active\"");

    // When
    tracker.close();
    tracker = start();

    // Then
    assertThat(value("aidis_sessions_open{status=\"active\"")).isEqualTo(open);
  }

  @Test
  void whatIsNoActivityBecomesADeadLetterAndTheStreamGoesOn()
      throws IOException, InterruptedException, ExecutionException {
    // Given a topic that takes more than the program expects
    byte[] huge = new byte[10_000_000];
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      assertThatThrownBy(() -> send(producer, KEY, huge))
          .hasCauseInstanceOf(RecordTooLargeException.class)
          .hasMessageContaining("larger than the max message size");
      allowRecordsOf(16 << 20);

      // When
      send(producer, KEY, huge);
      send(producer, null, "{}".getBytes(StandardCharsets.UTF_8));
      send(producer, KEY, null);
    }
    UUID marker = TrackerClient.ids(1).getFirst();
    client.postNotes("after", List.of(marker));

    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(client.rows("SELECT count(*) FROM sessions WHERE owner = 'after'"))
                    .containsExactly("1"));
    assertThat(deadLetters("too_large")).isEqualTo(1);
    assertThat(deadLetters("not_avro")).isEqualTo(1);
    assertThat(deadLetters("no_value")).isEqualTo(1);
    assertThat(client.get("/api/v1/dead-letters?reason=too_large").body())
        .contains("\"reason\":\"too_large\"", "\"cut\":\"value of 10000000 bytes\"")
        .doesNotContain("not_avro");
    assertThat(client.get("/api/v1/dead-letters?limit=1").body()).containsOnlyOnce("\"at\"");
  }

  private static double deadLetters(String reason) throws IOException, InterruptedException {
    return value(
        "aidis_dead_letters_total{reason=\"%s\",stage=\"stream-processor\"".formatted(reason));
  }

  private static double value(String series) throws IOException, InterruptedException {
    String line = scrape().lines().filter(one -> one.startsWith(series)).findFirst().orElseThrow();
    return Double.parseDouble(line.substring(line.lastIndexOf(' ')));
  }

  private static String scrape() throws IOException, InterruptedException {
    return client.get("/actuator/prometheus").body();
  }

  private static KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka(), "max.request.size", 32 << 20),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer, byte @Nullable [] key, byte @Nullable [] value)
      throws ExecutionException, InterruptedException {
    producer.send(record(key, value)).get();
  }

  @SuppressWarnings("NullAway") // a record may do without key and value
  private static ProducerRecord<byte[], byte[]> record(
      byte @Nullable [] key, byte @Nullable [] value) {
    return new ProducerRecord<>(Topics.ACTIVITIES, key, value);
  }

  private static void allowRecordsOf(int bytes) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.TOPIC, Topics.ACTIVITIES),
                  List.of(
                      new AlterConfigOp(
                          new ConfigEntry("max.message.bytes", Integer.toString(bytes)),
                          AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  private static String kafka() {
    return "127.0.0.1:" + settings.kafkaPort();
  }

  private static Tracker start() throws IOException {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Tracker starting =
        new Tracker(settings, Home.open(settings.home()), new Console(nowhere, nowhere));
    starting.start(Clock.systemUTC());
    return starting;
  }
}
