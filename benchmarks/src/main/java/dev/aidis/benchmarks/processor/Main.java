package dev.aidis.benchmarks.processor;

import dev.aidis.processor.ProcessorApplication;
import dev.aidis.schemas.TopicCreation;
import dev.aidis.schemas.Topics;
import dev.aidis.standalone.embedded.EmbeddedKafka;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Drains the same topic by the processor and by the DSL, in turns, and prints both rates and their
 * ratio. Arguments: number of records (1,000,000), tracker keys (2,000), rounds (3).
 */
public final class Main {
  private static final int PARTITIONS = 12;
  private static final String PROCESSOR_GROUP = "aidis-stream-processor";
  private static final String DSL_GROUP = "benchmark-dsl";
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final Path home;
  private final String bootstrapServers;
  private final Admin admin;
  private final long records;

  private Main(Path home, String bootstrapServers, Admin admin, long records) {
    this.home = home;
    this.bootstrapServers = bootstrapServers;
    this.admin = admin;
    this.records = records;
  }

  /** Records per second: over all, and over the second half, when the JVM is warm. */
  private record Rate(double whole, double warm) {}

  private interface Running extends AutoCloseable {
    @Override
    void close();
  }

  public static void main(String[] args) throws Exception {
    int records = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int keys = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    Path home = Files.createTempDirectory("aidis-benchmark");
    try (EmbeddedKafka kafka = EmbeddedKafka.start(home.resolve("kafka"), freePort());
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      TopicCreation.createMissing(admin, Topics.definitions(PARTITIONS, (short) 1));
      new ActivityLoad(records, keys).produce(kafka.bootstrapServers());
      new Main(home, kafka.bootstrapServers(), admin, records).run(rounds);
    }
  }

  private void run(int rounds) throws Exception {
    List<Double> ratios = new ArrayList<>();
    print("round", "processor/s", "warm/s", "DSL/s", "warm/s", "ratio (warm)");
    for (int round = 1; round <= rounds; round++) {
      Rate processor = measure(PROCESSOR_GROUP, Topics.SESSION_UPDATES, this::processor);
      Rate dsl = measure(DSL_GROUP, DslSessions.UPDATES, this::dsl);
      ratios.add(processor.warm() / dsl.warm());
      print(round, processor.whole(), processor.warm(), dsl.whole(), dsl.warm(), ratios.getLast());
    }
  }

  private static void print(Object... columns) {
    StringBuilder line = new StringBuilder();
    for (Object column : columns) {
      line.append(
          column instanceof Double number
              ? String.format(Locale.ROOT, "%14.1f", number)
              : String.format(Locale.ROOT, "%14s", column));
    }
    System.out.println(line);
  }

  @SuppressWarnings("try") // running is there to be closed
  private Rate measure(
      String group, String output, java.util.function.Function<Path, Running> start)
      throws Exception {
    remake(output);
    Path state = Files.createTempDirectory(home, "state");
    long begin = System.nanoTime();
    long half = 0;
    try (Running running = start.apply(state)) {
      long committed = 0;
      while (committed < records) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        committed = committed(group);
        if (half == 0 && committed >= records / 2) {
          half = System.nanoTime();
        }
      }
      long end = System.nanoTime();
      double warm = (records / 2.0) / ((end - half) / 1e9);
      return new Rate(records / ((end - begin) / 1e9), warm);
    } finally {
      requireOneUpdateForEach(output);
      forget(group);
    }
  }

  private Running processor(Path state) {
    var context =
        ProcessorApplication.start(
            Map.of(
                "spring.kafka.bootstrap-servers",
                bootstrapServers,
                "aidis.topics.partitions",
                PARTITIONS,
                "aidis.processor.state-dir",
                state.toString(),
                "aidis.processor.threads",
                2));
    return context::close;
  }

  private Running dsl(Path state) {
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
            2,
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

  /**
   * Counts only data: the topic also holds a control marker for each transaction, so at least as
   * many.
   */
  private void requireOneUpdateForEach(String output) throws Exception {
    var latest =
        partitions(output).stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
    long ends =
        admin.listOffsets(latest).all().get().values().stream().mapToLong(o -> o.offset()).sum();
    if (ends < records) {
      throw new IllegalStateException(output + " holds " + ends + " records, not " + records);
    }
  }

  private static List<TopicPartition> partitions(String topic) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      partitions.add(new TopicPartition(topic, partition));
    }
    return partitions;
  }

  private void remake(String topic) throws Exception {
    if (admin.listTopics().names().get().contains(topic)) {
      admin.deleteTopics(Set.of(topic)).all().get();
      awaitGone(topic);
    }
    TopicCreation.createMissing(admin, List.of(new NewTopic(topic, PARTITIONS, (short) 1)));
  }

  private void forget(String group) throws Exception {
    Set<String> changelogs =
        admin.listTopics().names().get().stream()
            .filter(topic -> topic.startsWith(group + "-"))
            .collect(Collectors.toSet());
    admin.deleteTopics(changelogs).all().get();
    for (String topic : changelogs) {
      awaitGone(topic);
    }
    admin.deleteConsumerGroups(Set.of(group)).all().get();
  }

  private void awaitGone(String topic) throws Exception {
    while (admin.listTopics().names().get().contains(topic)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
