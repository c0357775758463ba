package dev.aidis.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.domain.InMemoryHistory;
import dev.aidis.domain.RandomStreams;
import dev.aidis.domain.SessionRules;
import dev.aidis.domain.Sessionizer;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityLimits;
import dev.aidis.schemas.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.SessionWindows;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.SessionStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where nothing is cut, our sessions are those of the Kafka Streams DSL: its gap is inclusive, too.
 */
class SessionWindowsTest {
  private static final int STREAMS = 12_000;
  private static final int AT_ONCE = 10;
  private static final int LONGEST = 12;

  /** No length cut. */
  private static final SessionRules RULES =
      new SessionRules(Duration.ofHours(2), Duration.ofDays(365), Duration.ofMinutes(15));

  /**
   * Each stream has days of its own: the DSL's store in memory looks through all later sessions.
   */
  private static final Duration APART = RULES.inactivityGap().multipliedBy(2L * LONGEST + 2);

  /** The DSL drops what is later; it would not drop anything here. */
  private static final Duration GRACE = APART.multipliedBy(2L * STREAMS);

  private static final String ACTIVITIES = "activities";
  private static final String SESSIONS = "sessions";

  @TempDir Path stateDir;

  /** What is compared: from when to when, and the ids of the activities. */
  private record Found(Instant start, Instant end, TreeSet<String> ids) {}

  private record Arrival(long stream, Activity activity) {}

  @Test
  void withoutCutsTheSessionsAreThoseOfTheDsl() {
    try (TopologyTestDriver driver = driver()) {
      TestInputTopic<Long, String> topic =
          driver.createInputTopic(ACTIVITIES, new LongSerializer(), new StringSerializer());
      for (long first = 0; first < STREAMS; first += AT_ONCE) {
        List<Arrival> arriving = arriving(first);

        arriving.forEach(a -> topic.pipeInput(a.stream(), idOf(a), a.activity().occurredAt()));

        byStream(arriving)
            .forEach(
                (stream, activities) ->
                    assertThat(ours(activities))
                        .as("stream %d", stream)
                        .isEqualTo(sessionWindows(driver, stream, activities)));
      }
    }
  }

  /** Some streams, mixed. */
  private static List<Arrival> arriving(long first) {
    List<Arrival> arriving = new ArrayList<>();
    for (long stream = first; stream < first + AT_ONCE; stream++) {
      for (Activity activity : stream(stream)) {
        arriving.add(new Arrival(stream, activity));
      }
    }
    Collections.shuffle(arriving, new Random(first));
    return arriving;
  }

  private static Map<Long, List<Activity>> byStream(List<Arrival> arriving) {
    return arriving.stream()
        .collect(
            Collectors.groupingBy(
                Arrival::stream, Collectors.mapping(Arrival::activity, Collectors.toList())));
  }

  private static String idOf(Arrival arrival) {
    return arrival.activity().id().toString();
  }

  private static List<Activity> stream(long number) {
    Random random = new Random(number);
    return new RandomStreams(number, RULES, 0)
        .next(1 + random.nextInt(LONGEST)).stream()
            .map(
                activity ->
                    activity.toBuilder()
                        .occurredAt(activity.occurredAt().plus(APART.multipliedBy(number)))
                        .build())
            .toList();
  }

  private static List<Found> ours(List<Activity> arriving) {
    Sessionizer sessionizer = new Sessionizer(RULES);
    InMemoryHistory history = new InMemoryHistory();
    arriving.forEach(activity -> sessionizer.accept(activity, activity.occurredAt(), history));
    List<Found> sessions = new ArrayList<>();
    for (Session session : history.sessions()) {
      TreeSet<String> ids = new TreeSet<>();
      history.forEachActivity(
          session.first(), session.last(), activity -> ids.add(activity.id().toString()));
      sessions.add(new Found(session.startedAt(), session.lastActivityAt(), ids));
    }
    return sessions;
  }

  private static List<Found> sessionWindows(
      TopologyTestDriver driver, long stream, List<Activity> activities) {
    SessionStore<Long, String> store = driver.getSessionStore(SESSIONS);
    Instant first =
        activities.stream().map(Activity::occurredAt).min(Comparator.naturalOrder()).orElseThrow();
    List<Found> sessions = new ArrayList<>();
    try (KeyValueIterator<Windowed<Long>, String> all =
        store.findSessions(stream, first, ActivityLimits.LATEST)) {
      while (all.hasNext()) {
        KeyValue<Windowed<Long>, String> session = all.next();
        sessions.add(
            new Found(
                session.key.window().startTime(),
                session.key.window().endTime(),
                new TreeSet<>(Arrays.asList(session.value.split(" ", -1)))));
      }
    }
    sessions.sort(Comparator.comparing(Found::start));
    return sessions;
  }

  private TopologyTestDriver driver() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(ACTIVITIES, Consumed.with(Serdes.Long(), Serdes.String()))
        .groupByKey(Grouped.with(Serdes.Long(), Serdes.String()))
        .windowedBy(SessionWindows.ofInactivityGapAndGrace(RULES.inactivityGap(), GRACE))
        .reduce(
            (a, b) -> a + " " + b,
            Materialized.<Long, String>as(
                    Stores.inMemorySessionStore(SESSIONS, RULES.inactivityGap().plus(GRACE)))
                .withKeySerde(Serdes.Long())
                .withValueSerde(Serdes.String())
                .withLoggingDisabled()
                .withCachingDisabled());
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "session-windows");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    return new TopologyTestDriver(builder.build(), config);
  }
}
