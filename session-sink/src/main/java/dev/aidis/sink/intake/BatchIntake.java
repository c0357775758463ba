package dev.aidis.sink.intake;

import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.serde.MalformedRecordException;
import dev.aidis.schemas.serde.WireCodecs;
import dev.aidis.service.tracing.Step;
import dev.aidis.service.tracing.Tracing;
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
import java.util.function.Function;
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

  /** A record that could be read. */
  private record Received(ConsumerRecord<byte[], byte[]> source, SessionUpdate update) {
    SessionUpdate withoutActivity() {
      return new SessionUpdate(
          update.trackerKey(),
          null,
          update.sessionId(),
          update.changed(),
          update.absorbed(),
          update.resegmented());
    }
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
    List<Received> received = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> source : records) {
      read(source, received);
    }
    write(received);
  }

  private void read(ConsumerRecord<byte[], byte[]> source, List<Received> received) {
    if (source.value() == null) {
      drop(source, DropReason.EMPTY, "it has no value");
      return;
    }
    try {
      received.add(new Received(source, WireCodecs.SESSION_UPDATE.decode(source.value())));
    } catch (MalformedRecordException e) {
      drop(source, DropReason.MALFORMED, String.valueOf(e.getMessage()));
    }
  }

  /** Halves what is refused until the record that is to blame stands alone. */
  private void write(List<Received> part) throws SQLException {
    if (part.isEmpty()) {
      return;
    }
    if (refusal(part, Received::update) == null) {
      written.increment(part.size());
      return;
    }
    if (part.size() == 1) {
      writeAgain(part.getFirst());
      return;
    }
    int middle = part.size() / 2;
    write(part.subList(0, middle));
    write(part.subList(middle, part.size()));
  }

  /**
   * A record is dropped when it is refused twice, since the first time another sink may have been
   * in its way. Its sessions are written without the activity if they can be: what they absorbed is
   * told only here.
   */
  private void writeAgain(Received one) throws SQLException {
    Refusal refusal = refusal(List.of(one), Received::update);
    if (refusal == null) {
      written.increment();
      return;
    }
    SessionUpdate update = one.update();
    if (update.activity() != null && !update.changed().isEmpty()) {
      refusal(List.of(one), Received::withoutActivity);
    }
    drop(one.source(), refusal.reason(), String.valueOf(refusal.cause().getMessage()));
  }

  /** Why the database or the writer refuses these for their content; absent when it wrote them. */
  private @Nullable Refusal refusal(List<Received> part, Function<Received, SessionUpdate> content)
      throws SQLException {
    try {
      Timer.Sample started = Timer.start(Clock.SYSTEM);
      writer.write(partitionsOf(part), part.stream().map(content).toList());
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

  private static Set<Integer> partitionsOf(List<Received> part) {
    return part.stream().map(one -> one.source().partition()).collect(Collectors.toSet());
  }
}
