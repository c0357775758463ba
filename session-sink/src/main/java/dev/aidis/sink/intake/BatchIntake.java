package dev.aidis.sink.intake;

import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.serde.MalformedRecordException;
import dev.aidis.schemas.serde.WireCodecs;
import dev.aidis.service.tracing.Step;
import dev.aidis.service.tracing.Tracing;
import dev.aidis.sink.write.FoldedUpdates;
import dev.aidis.sink.write.UpdatesWriter;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Gets a batch of records into the database: when it returns, each of them is written or dropped.
 */
public final class BatchIntake {
  private static final Duration[] DURATIONS = {
    Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(10)
  };

  private final UpdatesWriter writer;
  private final Drops drops;
  private final Tracing tracing;
  private final Counter written;
  private final Timer batches;

  public BatchIntake(UpdatesWriter writer, Drops drops, MeterRegistry metrics) {
    this(writer, drops, metrics, Tracing.OFF);
  }

  public BatchIntake(UpdatesWriter writer, Drops drops, MeterRegistry metrics, Tracing tracing) {
    this.writer = writer;
    this.drops = drops;
    this.tracing = tracing;
    this.written =
        Counter.builder("aidis.sink.written")
            .description("Session updates written to the database")
            .register(metrics);
    this.batches =
        Timer.builder("aidis.sink.batch")
            .description("Transactions that wrote a batch of updates")
            .serviceLevelObjectives(DURATIONS)
            .register(metrics);
  }

  private record Refusal(DropReason reason, Exception cause) {}

  /**
   * Writes or drops each record.
   *
   * @throws SQLException if the database is not able to for now; then the whole batch is to be
   *     taken again, whatever of it is written already
   */
  public void take(Iterable<ConsumerRecord<byte[], byte[]>> records) throws SQLException {
    if (!tracing.isOn()) {
      readAndWrite(records);
      return;
    }
    try (Step step = tracing.takingTogether(TracedRecords.of(records))) {
      try {
        readAndWrite(records);
      } catch (SQLException | RuntimeException e) {
        step.failed(e.getClass().getSimpleName());
        throw e;
      }
    }
  }

  private void readAndWrite(Iterable<ConsumerRecord<byte[], byte[]>> records) throws SQLException {
    List<ConsumerRecord<byte[], byte[]>> readable = new ArrayList<>();
    FoldedUpdates updates = new FoldedUpdates();
    for (ConsumerRecord<byte[], byte[]> source : records) {
      SessionUpdate update = read(source);
      if (update != null) {
        readable.add(source);
        updates.add(update);
      }
    }
    write(readable, updates.all());
  }

  private @Nullable SessionUpdate read(ConsumerRecord<byte[], byte[]> source) {
    if (source.value() == null) {
      drop(source, DropReason.EMPTY, "it has no value");
      return null;
    }
    try {
      return WireCodecs.SESSION_UPDATE.decode(source.value());
    } catch (MalformedRecordException e) {
      drop(source, DropReason.MALFORMED, String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** Halves what is refused until the record that is to blame stands alone. */
  private void write(List<ConsumerRecord<byte[], byte[]>> part, List<SessionUpdate> updates)
      throws SQLException {
    if (part.isEmpty()) {
      return;
    }
    if (refusal(part, updates) == null) {
      written.increment(part.size());
      return;
    }
    if (part.size() == 1) {
      writeAgain(part.getFirst(), updates.getFirst());
      return;
    }
    int middle = part.size() / 2;
    writeHalf(part.subList(0, middle));
    writeHalf(part.subList(middle, part.size()));
  }

  /** What was left out of its updates for others of the other half is needed now. */
  private void writeHalf(List<ConsumerRecord<byte[], byte[]>> half) throws SQLException {
    FoldedUpdates updates = new FoldedUpdates();
    half.forEach(source -> updates.add(WireCodecs.SESSION_UPDATE.decode(source.value())));
    write(half, updates.all());
  }

  /**
   * A record is dropped when it is refused twice, since the first time another sink may have been
   * in its way. Its sessions are written without the activity if they can be: what they absorbed is
   * told only here.
   */
  private void writeAgain(ConsumerRecord<byte[], byte[]> source, SessionUpdate update)
      throws SQLException {
    Refusal refusal = refusal(List.of(source), List.of(update));
    if (refusal == null) {
      written.increment();
      return;
    }
    if (update.activity() != null && !update.changed().isEmpty()) {
      refusal(List.of(source), List.of(withoutActivity(update)));
    }
    drop(source, refusal.reason(), String.valueOf(refusal.cause().getMessage()));
  }

  private static SessionUpdate withoutActivity(SessionUpdate update) {
    return new SessionUpdate(
        update.trackerKey(),
        null,
        update.sessionId(),
        update.changed(),
        update.absorbed(),
        update.resegmented());
  }

  /** Why the database or the writer refuses these for their content; absent when it wrote them. */
  private @Nullable Refusal refusal(
      List<ConsumerRecord<byte[], byte[]>> part, List<SessionUpdate> updates) throws SQLException {
    try {
      Timer.Sample started = Timer.start(Clock.SYSTEM);
      writer.write(partitionsOf(part), updates);
      started.stop(batches);
      return null;
    } catch (SQLException e) {
      if (!SqlFailure.isAboutContent(e)) {
        throw e;
      }
      return new Refusal(DropReason.REFUSED, e);
    } catch (RuntimeException e) {
      return new Refusal(DropReason.UNWRITABLE, e);
    }
  }

  private void drop(ConsumerRecord<byte[], byte[]> source, DropReason reason, String message) {
    try (Step _ = tracing.within(TracedRecords.carrier(source))) {
      drops.drop(source, reason, message);
    }
  }

  private static Set<Integer> partitionsOf(List<ConsumerRecord<byte[], byte[]>> part) {
    return part.stream().map(ConsumerRecord::partition).collect(Collectors.toSet());
  }
}
