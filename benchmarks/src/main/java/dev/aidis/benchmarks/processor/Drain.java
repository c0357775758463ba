package dev.aidis.benchmarks.processor;

import com.sun.management.OperatingSystemMXBean;
import dev.aidis.benchmarks.kafka.CommittedRecords;
import dev.aidis.benchmarks.kafka.ConsumerGroup;
import dev.aidis.benchmarks.stream.LocalProcessor;
import dev.aidis.domain.SessionRules;
import dev.aidis.processor.ProcessorSettings;
import dev.aidis.processor.StreamsSettings;
import dev.aidis.processor.TopicSettings;
import dev.aidis.schemas.ConsumerGroups;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/** Reads the prepared topic of activities from its start to its end, by one program or another. */
final class Drain {
  private static final long DSL_CACHE_BYTES = 32L << 20;
  private static final String DSL_GROUP = "benchmark-dsl";

  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

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
        ConsumerGroups.PROCESSOR, Topics.SESSION_UPDATES, this::startProcessor, Drain::isNoTimeout);
  }

  Rate dsl() throws Exception {
    return measure(DSL_GROUP, DslSessions.UPDATES, this::startDsl, update -> true);
  }

  private Rate measure(
      String group, String output, Function<Path, Running> start, Predicate<byte[]> ofAnActivity)
      throws Exception {
    TopicCreation.createMissing(admin, List.of(new NewTopic(output, Main.PARTITIONS, (short) 1)));
    Rate rate;
    Mark begin = Mark.now();
    try (Running _ = start.apply(Files.createTempDirectory(home, "state"))) {
      ConsumerGroup readers = new ConsumerGroup(admin, group);
      readers.awaitCommitted(activities / 2);
      Mark half = Mark.now();
      readers.awaitCommitted(activities);
      Mark end = Mark.now();
      double rest = activities - activities / 2;
      rate =
          new Rate(
              activities / end.secondsSince(begin),
              rest / end.secondsSince(half),
              end.cpuMicrosSince(half) / rest);
    }
    requireOneUpdateForEach(output, ofAnActivity);
    empty(output);
    forget(group);
    return rate;
  }

  private static boolean isNoTimeout(byte[] update) {
    return WireCodecs.SESSION_UPDATE.decode(update).activity() != null;
  }

  private Running startProcessor(Path state) {
    return LocalProcessor.start(bootstrapServers, Main.PARTITIONS, state)::close;
  }

  private Running startDsl(Path state) {
    Properties config = new Properties();
    config.putAll(settings(state));
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, DSL_GROUP);
    config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    // Our processor asks for its commits; the DSL has none but those of the interval.
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, StreamsSettings.COMMITTED_AFTER.toMillis());
    // Our processor keeps sessions itself; so many bytes they would be.
    config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, DSL_CACHE_BYTES);
    KafkaStreams streams = new KafkaStreams(DslSessions.topology(), config);
    streams.start();
    return () ->
        streams.close(
            CloseOptions.timeout(STOP_WITHIN)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
  }

  /** What our processor runs with. */
  private Map<String, Object> settings(Path state) {
    SessionRules rules = SessionRules.DEFAULT;
    return StreamsSettings.of(
        Map.of(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
        new ProcessorSettings(
            rules.inactivityGap(),
            rules.maxLength(),
            rules.activeGap(),
            DslSessions.RETENTION,
            state,
            false,
            LocalProcessor.THREADS),
        new TopicSettings(Main.PARTITIONS, (short) 1));
  }

  private void requireOneUpdateForEach(String output, Predicate<byte[]> ofAnActivity)
      throws Exception {
    AtomicLong updates = new AtomicLong();
    try (CommittedRecords records = new CommittedRecords(bootstrapServers, partitions(output))) {
      records.forEach(update -> updates.addAndGet(ofAnActivity.test(update.value()) ? 1 : 0));
    }
    if (updates.get() != activities) {
      throw new IllegalStateException(
          output + " holds " + updates + " updates for " + activities + " activities");
    }
  }

  /** Topics are emptied, not deleted: the next round must find them at once. */
  private void empty(String topic) throws Exception {
    Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
    partitions(topic).forEach(p -> all.put(p, RecordsToDelete.beforeOffset(-1)));
    admin.deleteRecords(all).all().get();
  }

  private static List<TopicPartition> partitions(String topic) {
    return CommittedRecords.partitionsOf(topic, Main.PARTITIONS);
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
