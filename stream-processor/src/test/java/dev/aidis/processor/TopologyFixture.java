package dev.aidis.processor;

import dev.aidis.processor.timeout.Backlog;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.AppendTime;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.serde.WireCodecs;
import dev.aidis.service.tracing.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The topology on the test driver, with the wall clock and the backlog in the hand of the test. */
final class TopologyFixture implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final TopologyTestDriver driver;
  private final TestInputTopic<byte[], byte[]> activities;
  private final TestOutputTopic<byte[], byte[]> updates;
  private final TestOutputTopic<byte[], byte[]> deadLetters;
  private Instant processedUpTo = Instant.MAX;
  private Instant wallClock;

  TopologyFixture(Path stateDir) {
    this(stateDir, Map.of());
  }

  TopologyFixture(Path stateDir, Map<String, Duration> durations) {
    this(stateDir, durations, NOW);
  }

  /**
   * @param durations settings that differ from the defaults, by the names of {@link
   *     ProcessorSettings}
   * @param start what the wall clock shows first
   */
  TopologyFixture(Path stateDir, Map<String, Duration> durations, Instant start) {
    this(stateDir, durations, start, Tracing.OFF);
  }

  TopologyFixture(Path stateDir, Map<String, Duration> durations, Instant start, Tracing tracing) {
    wallClock = start;
    ProcessorSettings settings =
        new ProcessorSettings(
            durations.getOrDefault("inactivityGap", Duration.ofHours(2)),
            durations.getOrDefault("maxSessionLength", Duration.ofHours(24)),
            durations.getOrDefault("activeGap", Duration.ofMinutes(15)),
            durations.getOrDefault("retention", Duration.ofDays(400)),
            stateDir,
            false,
            1);
    Backlog backlog = partition -> processedUpTo;
    Properties config = new Properties();
    config.putAll(
        StreamsSettings.of(
            Map.of("bootstrap.servers", "unused:1"), settings, new TopicSettings(1, (short) 1)));
    driver =
        new TopologyTestDriver(
            SessionTopology.of(
                settings,
                new ReplaySettings(null),
                backlog,
                new ProcessorMetrics(registry),
                tracing),
            config,
            start);
    ByteArraySerializer in = new ByteArraySerializer();
    ByteArrayDeserializer out = new ByteArrayDeserializer();
    activities = driver.createInputTopic(Topics.ACTIVITIES, in, in);
    updates = driver.createOutputTopic(Topics.SESSION_UPDATES, out, out);
    deadLetters = driver.createOutputTopic(Topics.DEAD_LETTERS, out, out);
  }

  /** Appends the activity to the log at that time. */
  void append(Activity activity, Instant appendedAt) {
    append(activity.trackerKey().toString(), WireCodecs.ACTIVITY.encode(activity), appendedAt);
  }

  /** Appends what was appended to another log before. */
  void bring(Activity activity, Instant appendedThen, Instant appendedNow) {
    activities.pipeInput(
        new TestRecord<>(
            activity.trackerKey().toString().getBytes(StandardCharsets.UTF_8),
            WireCodecs.ACTIVITY.encode(activity),
            new RecordHeaders().add(AppendTime.header(appendedThen)),
            appendedNow));
  }

  /** Appends a record of {@code ada/main} now, with that header. */
  void append(byte[] value, Header header) {
    activities.pipeInput(
        new TestRecord<>(
            "ada/main".getBytes(StandardCharsets.UTF_8),
            value,
            new RecordHeaders().add(header),
            NOW));
  }

  void append(String key, byte[] value, Instant appendedAt) {
    activities.pipeInput(
        key == null ? null : key.getBytes(StandardCharsets.UTF_8), value, appendedAt);
  }

  void processedUpTo(Instant instant) {
    processedUpTo = instant;
  }

  void wallClock(Instant instant) {
    driver.advanceWallClockTime(Duration.between(wallClock, instant));
    wallClock = instant;
  }

  List<SessionUpdate> updates() {
    return updates.readValuesToList().stream().map(WireCodecs.SESSION_UPDATE::decode).toList();
  }

  List<TestRecord<byte[], byte[]>> updateRecords() {
    return updates.readRecordsToList();
  }

  List<TestRecord<byte[], byte[]>> deadLetters() {
    return deadLetters.readRecordsToList();
  }

  /** The number of entries in a store. */
  int entries(String store) {
    int count = 0;
    try (KeyValueIterator<Bytes, byte[]> all =
        driver.<Bytes, byte[]>getKeyValueStore(store).all()) {
      while (all.hasNext()) {
        all.next();
        count++;
      }
    }
    return count;
  }

  /** Makes a store lose everything, as no program should. */
  void clear(String store) {
    KeyValueStore<Bytes, byte[]> entries = driver.getKeyValueStore(store);
    List<Bytes> keys = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> all = entries.all()) {
      all.forEachRemaining(entry -> keys.add(entry.key));
    }
    keys.forEach(entries::delete);
  }

  void put(String store, String key, byte[] value) {
    driver
        .<Bytes, byte[]>getKeyValueStore(store)
        .put(Bytes.wrap(key.getBytes(StandardCharsets.UTF_8)), value);
  }

  double counted(String meter) {
    return registry.get(meter).counter().count();
  }

  @Override
  public void close() {
    driver.close();
  }
}
