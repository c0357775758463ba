package dev.aidis.standalone.failure;

import static dev.aidis.standalone.failure.ComposedTeam.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aidis.schemas.Topics;
import dev.aidis.standalone.Compose;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What a team's tracker stands without losing what it acknowledged: records that nobody can read, a
 * database that is away ({@code -Daidis.failure.away=PT150S} for longer), and full disks.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutageIT {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final long SEED = Long.getLong("aidis.failure.seed", CLOCK.millis());
  private static final Duration AWAY =
      Duration.parse(System.getProperty("aidis.failure.away", "PT30S"));
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final String NO_ROOM = "No space left on device";

  private static final Random RANDOM = new Random(SEED);
  private static @Nullable ComposedTeam started;

  @BeforeAll
  static void start() {
    Compose.assumeDocker();
    Compose compose =
        new Compose("aidis-outage", true, Cluster.PARTITIONS)
            .over("src/containers/compose.disks.yaml")
            .with("AIDIS_POSTGRES_MEMORY", "1536m")
            .with("AIDIS_KAFKA_MEMORY", "1536m");
    started = new ComposedTeam(compose, CLOCK);
  }

  @AfterAll
  static void stop() {
    if (started != null) {
      started.close();
    }
  }

  @Test
  @Order(1)
  void recordsThatNobodyCanReadGoToTheDeadLettersAndHoldUpNobody() {
    ComposedTeam team = team();
    Report report = new Report("Poisoned records").say("seed " + SEED);
    byte[] noise = new byte[300];
    RANDOM.nextBytes(noise);
    UnderLoad load = new UnderLoad(team, RANDOM, CLOCK);
    try (load) {
      load.awaitFlow(CLOCK.instant());
      for (int partition = 0; partition < Cluster.PARTITIONS; partition++) {
        poison(team, Topics.ACTIVITIES, partition, noise);
        poison(team, Topics.ACTIVITIES, partition, new byte[0]);
        poison(team, Topics.ACTIVITIES, partition, null);
        poison(team, Topics.SESSION_UPDATES, partition, "{}".getBytes(StandardCharsets.UTF_8));
      }
      Instant written = CLOCK.instant();
      load.awaitFlow(written);
      report.say(
          "%d records on %s and %s that are none; all partitions showed what was told afterwards within %s"
              .formatted(
                  Cluster.PARTITIONS * 4,
                  Topics.ACTIVITIES,
                  Topics.SESSION_UPDATES,
                  UnderLoad.seconds(Duration.between(written, CLOCK.instant()))));
    }
    team.judge(report);
    report.say("each is among the dead letters, once");
    report.keep(CLOCK);
  }

  @Test
  @Order(2)
  void aDatabaseThatIsAwayIsWaitedForAndRecordingGoesOn() throws InterruptedException {
    ComposedTeam team = team();
    Report report = new Report("Postgres away").say("for " + UnderLoad.seconds(AWAY));
    UnderLoad load = new UnderLoad(team, RANDOM, CLOCK);
    try (load) {
      load.awaitFlow(CLOCK.instant());
      String database = team.compose().containersOf("postgres").getFirst();
      Compose.docker("kill", "--signal", "KILL", database);
      int before = team.telling().acknowledged().size();
      pause(AWAY);
      load.awaitFlow(CLOCK.instant());
      int meanwhile = team.telling().acknowledged().size() - before;
      assertThat(meanwhile).isPositive();
      report.say(meanwhile + " activities were acknowledged meanwhile");
      alertsTellOfIt(team, report);
      Compose.docker("start", database);
      Instant back = CLOCK.instant();
      awaitCaughtUp(load);
      report.say(
          "all rows were there %s after the database was started again"
              .formatted(UnderLoad.seconds(Duration.between(back, CLOCK.instant()))));
      team.compose().awaitHealthy();
    }
    team.judge(report);
    report.keep(CLOCK);
  }

  /** The metrics that the rules AidisDatabaseAway and AidisBehind look at. */
  private static void alertsTellOfIt(ComposedTeam team, Report report) {
    List<String> open =
        team.compose().containersOf("session-sink").stream()
            .flatMap(sink -> team.metric(sink, "aidis_sessions_open").stream())
            .toList();
    assertThat(open).isNotEmpty().allMatch(line -> line.endsWith(" NaN"));
    String ingest = team.compose().containersOf("ingest-service").getFirst();
    String lag =
        team.metric(ingest, "aidis_lag").stream()
            .filter(line -> line.contains("aidis-session-sink"))
            .findFirst()
            .orElseThrow();
    assertThat(Double.parseDouble(lag.substring(lag.lastIndexOf(' ')))).isPositive();
    report.say("metrics then: `%s`, `%s`".formatted(open.getFirst(), lag));
  }

  @Test
  @Order(3)
  void aDatabaseWhoseDiskIsFullIsWaitedForUntilThereIsRoom() {
    ComposedTeam team = team();
    Report report = new Report("The disk of Postgres full");
    UnderLoad load = new UnderLoad(team, RANDOM, CLOCK);
    try (load) {
      load.awaitFlow(CLOCK.instant());
      team.fillDisk("postgres");
      await("rows to stand still")
          .atMost(PATIENCE)
          .until(() -> load.behind().compareTo(Duration.ofSeconds(15)) > 0);
      int before = team.telling().acknowledged().size();
      load.awaitFlow(CLOCK.instant());
      assertThat(team.telling().acknowledged().size()).isGreaterThan(before);
      String database = team.compose().containersOf("postgres").getFirst();
      assertThat(team.compose().logs(database)).contains(NO_ROOM);
      team.makeRoom("postgres");
      Instant room = CLOCK.instant();
      awaitCaughtUp(load);
      report.say(
          "recording went on; all rows were there %s after there was room again"
              .formatted(UnderLoad.seconds(Duration.between(room, CLOCK.instant()))));
      team.compose().awaitHealthy();
    }
    team.judge(report);
    report.keep(CLOCK);
  }

  @Test
  @Order(4)
  void brokersWhoseDisksAreFullRefuseWithTheReasonAndLoseNothing() {
    ComposedTeam team = team();
    Report report = new Report("The disks of two of three brokers full");
    UnderLoad load = new UnderLoad(team, RANDOM, CLOCK);
    try (load) {
      load.awaitFlow(CLOCK.instant());
      List.of("kafka-2", "kafka-3").forEach(team::fillDisk);
      try (PatientClient client = new PatientClient(team.https(), ComposedTeam.token())) {
        String refusal = client.awaitRefusal("refused", PATIENCE);
        assertThat(refusal).contains("not recorded: Kafka did not acknowledge in time");
        report.say("refused with: " + refusal);
      }
      List.of("kafka-2", "kafka-3").forEach(team::makeRoom);
      Instant room = CLOCK.instant();
      load.awaitFlow(room);
      report.say(
          "all partitions flowed again %s after there was room"
              .formatted(UnderLoad.seconds(Duration.between(room, CLOCK.instant()))));
      team.compose().awaitHealthy();
    }
    team.judge(report);
    report.keep(CLOCK);
  }

  private static void awaitCaughtUp(UnderLoad load) {
    await("all rows")
        .atMost(PATIENCE.plus(AWAY))
        .until(() -> load.behind().compareTo(Duration.ofSeconds(2)) < 0);
  }

  private static void poison(
      ComposedTeam team, String topic, int partition, byte @Nullable [] value) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", team.bootstrapServers(), "acks", "all"), bytes, bytes)) {
      byte[] key = "poison/main".getBytes(StandardCharsets.UTF_8);
      var _ = producer.send(new ProducerRecord<>(topic, partition, key, value));
    }
  }

  private static ComposedTeam team() {
    return Objects.requireNonNull(started);
  }
}
