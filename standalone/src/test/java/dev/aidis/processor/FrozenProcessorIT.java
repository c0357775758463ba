package dev.aidis.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aidis.processor.timeout.Backlog;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Closure;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.TrackerKey;
import dev.aidis.schemas.serde.WireCodecs;
import dev.aidis.standalone.FreePorts;
import dev.aidis.standalone.embedded.EmbeddedKafka;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A processor stands still for so long that another one takes its place, and then goes on where it
 * stood: about to time a session out. It stands still where it is asked how far it has read. In
 * this module because the broker is here.
 */
class FrozenProcessorIT {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Duration GAP = Duration.ofSeconds(1);
  private static final Duration REPLACED_AFTER = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final TrackerKey KEY = new TrackerKey("ada", TrackerKey.MAIN);
  private static final TopicPartition ACTIVITIES = new TopicPartition(Topics.ACTIVITIES, 0);
  private static final TopicPartition UPDATES = new TopicPartition(Topics.SESSION_UPDATES, 0);

  @TempDir Path directory;
  private EmbeddedKafka kafka;
  private Admin admin;

  @BeforeEach
  void startBroker() throws ExecutionException, InterruptedException {
    kafka = EmbeddedKafka.start(directory.resolve("kafka"), FreePorts.next());
    admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    admin.createTopics(Topics.definitions(1, (short) 1)).all().get();
  }

  @AfterEach
  void stopBroker() {
    admin.close();
    kafka.close();
  }

  @Test
  void aReplacedProcessorTimesNothingOutAnyMore() throws InterruptedException {
    // Given: what is to time out was read by an earlier run, so none of it is in a transaction
    Instant lastActivity = CLOCK.instant();
    try (var _ = processor("frozen", partition -> Instant.MIN)) {
      send(prompt(lastActivity));
      await().atMost(PATIENCE).until(() -> updates().size() == 1);
    }
    CountDownLatch stands = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    Backlog frozen =
        partition -> {
          stands.countDown();
          awaitUninterrupted(goesOn);
          return CLOCK.instant();
        };

    // When
    try (var _ = processor("frozen", frozen)) {
      stands.await();
      try (var _ = processor("other", partition -> CLOCK.instant())) {
        await().atMost(PATIENCE).until(() -> timeouts().size() == 1);
        goesOn.countDown();
        await().atMost(PATIENCE).until(() -> members() == 2);
      } finally {
        goesOn.countDown();
      }
    }

    // Then
    assertThat(timeouts()).extracting(Session::revision).containsExactly(2L);
  }

  private StreamsRunner processor(String name, Backlog backlog) throws InterruptedException {
    ProcessorSettings settings =
        new ProcessorSettings(
            GAP, Duration.ofHours(24), GAP, Duration.ofDays(400), directory, false, 1);
    Map<String, Object> config =
        StreamsSettings.of(
            Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "main.consumer.max.poll.interval.ms",
                (int) REPLACED_AFTER.toMillis(),
                "state.dir",
                directory.resolve(name).toString()),
            settings,
            new TopicSettings(1, (short) 1));
    StreamsRunner runner =
        new StreamsRunner(
            SessionTopology.of(settings, backlog, new ProcessorMetrics(new SimpleMeterRegistry())),
            config);
    runner.awaitRunning(PATIENCE);
    return runner;
  }

  private static Activity prompt(Instant at) {
    return Activity.builder(UUID.randomUUID(), ActivityType.PROMPT_SUBMITTED)
        .occurredAt(at)
        .owner(KEY.owner())
        .machine("desk")
        .build();
  }

  private void send(Activity activity) {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      var _ =
          producer.send(
              new ProducerRecord<>(
                  ACTIVITIES.topic(),
                  KEY.toString().getBytes(StandardCharsets.UTF_8),
                  WireCodecs.ACTIVITY.encode(activity)));
    }
  }

  private List<Session> timeouts() {
    return updates().stream()
        .flatMap(update -> update.changed().stream())
        .filter(session -> session.closure() == Closure.TIMED_OUT)
        .toList();
  }

  /** All that are committed. */
  private List<SessionUpdate> updates() {
    List<SessionUpdate> updates = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(UPDATES));
      consumer.seekToBeginning(List.of(UPDATES));
      long end = consumer.endOffsets(List.of(UPDATES)).getOrDefault(UPDATES, 0L);
      while (consumer.position(UPDATES) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          updates.add(WireCodecs.SESSION_UPDATE.decode(record.value()));
        }
      }
    }
    return updates;
  }

  /** Of a group that is settled; 0 of another one. */
  private int members() throws ExecutionException, InterruptedException {
    ConsumerGroupDescription group =
        admin
            .describeConsumerGroups(List.of(StreamsSettings.APPLICATION_ID))
            .all()
            .get()
            .values()
            .iterator()
            .next();
    return group.groupState() == GroupState.STABLE ? group.members().size() : 0;
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
