package dev.aidis.benchmarks.processor;

import dev.aidis.domain.SessionFold;
import dev.aidis.domain.SessionRules;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.serde.WireCodecs;
import dev.aidis.schemas.serde.WireSerde;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.SessionWindows;
import org.apache.kafka.streams.state.SessionStore;
import org.jspecify.annotations.Nullable;

/**
 * The same sessions as the Kafka Streams DSL makes them: a session-window aggregate of the same
 * fold, one update out for each activity in. It drops no duplicates, knows no ends and no wall
 * clock: less work than the processor does.
 */
final class DslSessions {
  static final String UPDATES = "benchmark.dsl-updates";

  /** As long as our processor remembers. */
  static final Duration RETENTION = Duration.ofDays(400);

  private DslSessions() {}

  static Topology topology() {
    SessionFold fold = new SessionFold(SessionRules.DEFAULT);
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(
            Topics.ACTIVITIES, Consumed.with(Serdes.String(), WireSerde.of(WireCodecs.ACTIVITY)))
        .groupByKey(Grouped.with(Serdes.String(), WireSerde.of(WireCodecs.ACTIVITY)))
        .windowedBy(
            SessionWindows.ofInactivityGapAndGrace(SessionRules.DEFAULT.inactivityGap(), RETENTION))
        .aggregate(
            () -> null,
            (key, activity, session) ->
                merged(fold, session, fold.of(activity.id(), activity, Instant.EPOCH)),
            (key, a, b) -> merged(fold, a, b),
            Materialized.<String, Session, SessionStore<Bytes, byte[]>>as("dsl-sessions")
                .withKeySerde(Serdes.String())
                .withValueSerde(WireSerde.of(WireCodecs.SESSION))
                .withRetention(RETENTION.plusDays(1))
                .withCachingDisabled())
        .toStream((window, session) -> window.key())
        .filter((key, session) -> session != null)
        .to(UPDATES, Produced.with(Serdes.String(), WireSerde.of(WireCodecs.SESSION)));
    return builder.build();
  }

  private static Session merged(SessionFold fold, @Nullable Session a, @Nullable Session b) {
    if (a == null || b == null) {
      return a == null ? java.util.Objects.requireNonNull(b) : a;
    }
    return fold.merge(a, b);
  }
}
