package dev.aidis.benchmarks.processor;

import com.sun.management.OperatingSystemMXBean;
import dev.aidis.processor.ProcessorApplication;
import dev.aidis.schemas.TopicCreation;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.serde.WireCodecs;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;

/** Reads the prepared topic of activities from its start to its end, by one program or another. */
final class Drain {
  private static final String PROCESSOR_GROUP = "aidis-stream-processor";
  private static final String DSL_GROUP = "benchmark-dsl";
  private static final int THREADS = 2;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
  private static final Duration GIVE_UP = Duration.ofMinutes(10);

  private final Path home;
  private final String bootstrapServers;
  private final Admin admin;
  private final long activities;

  Drain(Path home, String bootstrapServers, Admin admin, long activities) {
    this.home = home;
    this.bootstrapServers = bootstrapServers;
    this.admin = admin;
    this.activities = activities;
  }

  /**
   * @param fromStart activities per second, the program's start included
   * @param warm activities per second over the second half
   * @param cpuMicros CPU time of the whole JVM, broker included, for each activity of the second
   *     half
   */
  record Rate(double fromStart, double warm, double cpuMicros) {}

  private record Mark(long nanos, long cpuNanos) {
    static Mark now() {
      var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      return new Mark(System.nanoTime(), system.getProcessCpuTime());
    }

    double secondsSince(Mark before) {
      return (nanos - before.nanos) / 1e9;
    }

    double cpuMicrosSince(Mark before) {
      return (cpuNanos - before.cpuNanos) / 1e3;
    }
  }

  private interface Running extends AutoCloseable {
    @Override
    void close();
  }

  Rate processor() throws Exception {
    return measure(
        PROCESSOR_GROUP, Topics.SESSION_UPDATES, this::startProcessor, Drain::isNoTimeout);
  }

  Rate dsl() throws Exception {
    return measure(DSL_GROUP, DslSessions.UPDATES, this::startDsl, update -> true);
  }

  private Rate measure(
      String group, String output, Function<Path, Running> start, Predicate<byte[]> ofAnActivity)
      throws Exception {
    TopicCreation.createMissing(admin, List.of(new NewTopic(output, Main.PARTITIONS, (short) 1)));
    Mark begin = Mark.now();
    Running running = start.apply(Files.createTempDirectory(home, "state"));
    try {
      Mark half = awaitCommitted(group, activities / 2);
      Mark end = awaitCommitted(group, activities);
      double rest = activities - activities / 2;
      return new Rate(
          activities / end.secondsSince(begin),
          rest / end.secondsSince(half),
          end.cpuMicrosSince(half) / rest);
    } finally {
      running.close();
      requireOneUpdateForEach(output, ofAnActivity);
      forget(group);
    }
  }

  private static boolean isNoTimeout(byte[] update) {
    return WireCodecs.SESSION_UPDATE.decode(update).activity() != null;
  }

  private Mark awaitCommitted(String group, long wanted) throws InterruptedException {
    long deadline = System.nanoTime() + GIVE_UP.toNanos();
    while (committed(group) < wanted) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "%s committed %d of %d activities within %s"
                .formatted(group, committed(group), wanted, GIVE_UP));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    return Mark.now();
  }

  private long committed(String group) throws InterruptedException {
    try {
      return admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .stream()
          .mapToLong(OffsetAndMetadata::offset)
          .sum();
    } catch (ExecutionException notYet) {
      return 0;
    }
  }

  private Running startProcessor(Path state) {
    var context =
        ProcessorApplication.start(
            Map.of(
                "spring.kafka.bootstrap-servers",
                bootstrapServers,
                "aidis.topics.partitions",
                Main.PARTITIONS,
                "aidis.processor.state-dir",
                state.toString(),
                "aidis.processor.threads",
                THREADS));
    return context::close;
  }

  private Running startDsl(Path state) {
    Properties config = new Properties();
    config.putAll(
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "application.id",
            DSL_GROUP,
            "state.dir",
            state.toString(),
            "processing.guarantee",
            "exactly_once_v2",
            "num.stream.threads",
            THREADS,
            "commit.interval.ms",
            100,
            "producer.compression.type",
            "lz4",
            "producer.batch.size",
            128 << 10,
            "producer.linger.ms",
            5,
            "auto.offset.reset",
            "earliest"));
    config.put("main.consumer.max.poll.records", 2_000);
    KafkaStreams streams = new KafkaStreams(DslSessions.topology(), config);
    streams.start();
    return () ->
        streams.close(
            CloseOptions.timeout(STOP_WITHIN)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
  }

  private void requireOneUpdateForEach(String output, Predicate<byte[]> ofAnActivity)
      throws Exception {
    long updates = 0;
    List<TopicPartition> partitions = partitions(output);
    try (var consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "max.poll.records",
                20_000,
                "fetch.max.bytes",
                64 << 20,
                "max.partition.fetch.bytes",
                8 << 20),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (var update : consumer.poll(Duration.ofMillis(200))) {
          updates += ofAnActivity.test(update.value()) ? 1 : 0;
        }
      }
    }
    if (updates != activities) {
      throw new IllegalStateException(
          output + " holds " + updates + " updates for " + activities + " activities");
    }
    empty(output);
  }

  /** Topics are emptied, not deleted: the next round must find them at once. */
  private void empty(String topic) throws Exception {
    Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
    partitions(topic).forEach(p -> all.put(p, RecordsToDelete.beforeOffset(-1)));
    admin.deleteRecords(all).all().get();
  }

  private static List<TopicPartition> partitions(String topic) {
    return IntStream.range(0, Main.PARTITIONS)
        .mapToObj(partition -> new TopicPartition(topic, partition))
        .toList();
  }

  private void forget(String group) throws Exception {
    Set<String> changelogs =
        admin.listTopics().names().get().stream()
            .filter(topic -> topic.startsWith(group + "-"))
            .collect(Collectors.toSet());
    admin.deleteTopics(changelogs).all().get();
    while (admin.listTopics().names().get().stream().anyMatch(changelogs::contains)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    admin.deleteConsumerGroups(Set.of(group)).all().get();
  }
}
