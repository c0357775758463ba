package dev.aidis.processor;

import dev.aidis.processor.timeout.Backlog;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ConsumerGroups;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.serde.WireCodecs;
import dev.aidis.standalone.FreePorts;
import dev.aidis.standalone.embedded.EmbeddedKafka;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A broker with topics of one partition, and the processors that are started on it. */
final class BrokerFixture implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final TopicPartition ACTIVITIES = new TopicPartition(Topics.ACTIVITIES, 0);
  private static final TopicPartition UPDATES = new TopicPartition(Topics.SESSION_UPDATES, 0);

  final Admin admin;
  private final Path directory;
  private final EmbeddedKafka kafka;

  BrokerFixture(Path directory) throws ExecutionException, InterruptedException {
    this.directory = directory;
    kafka = EmbeddedKafka.start(directory.resolve("kafka"), FreePorts.next());
    admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    admin.createTopics(Topics.definitions(1, (short) 1)).all().get();
  }

  /**
   * A processor that runs until it is closed.
   *
   * @param name of its state
   * @param gap without activity, after which a session times out
   * @param replacedAfter so long it may stand still
   */
  StreamsRunner processor(String name, Duration gap, Duration replacedAfter, Backlog backlog)
      throws InterruptedException {
    ProcessorSettings settings =
        new ProcessorSettings(
            gap, Duration.ofHours(24), gap, Duration.ofDays(400), directory, false, 1);
    Map<String, Object> config =
        StreamsSettings.of(
            Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "main.consumer.max.poll.interval.ms",
                (int) replacedAfter.toMillis(),
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

  /** The whole service, with its own look at the backlog. */
  ConfigurableApplicationContext service(Duration gap, int partitionsSetting) {
    return ProcessorApplication.start(
        Map.of(
            "spring.kafka.bootstrap-servers",
            kafka.bootstrapServers(),
            "aidis.topics.partitions",
            partitionsSetting,
            "aidis.processor.state-dir",
            directory.resolve("service").toString(),
            "aidis.processor.inactivity-gap",
            gap));
  }

  /** All in one go; returns when they are in the log. */
  void send(List<Activity> activities) {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", 100),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      activities.forEach(activity -> send(activity, producer));
    }
  }

  /** Leaves in the log what nobody reads: the activities, and the marker that takes them back. */
  void sendAndTakeBack(List<Activity> activities) {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "restore"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      activities.forEach(activity -> send(activity, producer));
      producer.flush();
      producer.abortTransaction();
    }
  }

  private static void send(Activity activity, Producer<byte[], byte[]> producer) {
    var _ =
        producer.send(
            new ProducerRecord<>(
                ACTIVITIES.topic(),
                activity.trackerKey().toString().getBytes(StandardCharsets.UTF_8),
                WireCodecs.ACTIVITY.encode(activity)));
  }

  /** How many offsets lie between what the processor has committed and the end of the log. */
  long behind() throws ExecutionException, InterruptedException {
    OffsetAndMetadata committed =
        admin
            .listConsumerGroupOffsets(ConsumerGroups.PROCESSOR)
            .partitionsToOffsetAndMetadata()
            .get()
            .get(ACTIVITIES);
    long end =
        admin
            .listOffsets(Map.of(ACTIVITIES, OffsetSpec.latest()))
            .partitionResult(ACTIVITIES)
            .get()
            .offset();
    return end - (committed == null ? 0 : committed.offset());
  }

  /** All that are committed. */
  List<SessionUpdate> updates() {
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

  @Override
  public void close() {
    admin.close();
    kafka.close();
  }
}
