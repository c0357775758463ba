package dev.aidis.sink.intake;

import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.serde.MalformedRecordException;
import dev.aidis.schemas.serde.WireCodecs;
import dev.aidis.sink.write.UpdatesWriter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Gets a batch of records into the database: when it returns, each of them is written or dropped.
 */
public final class BatchIntake {
  private final UpdatesWriter writer;
  private final Drops drops;
  private final Counter written;

  public BatchIntake(UpdatesWriter writer, Drops drops, MeterRegistry metrics) {
    this.writer = writer;
    this.drops = drops;
    this.written = metrics.counter("aidis.sink.written");
  }

  /** A record that could be read. */
  private record Received(ConsumerRecord<byte[], byte[]> source, SessionUpdate update) {}

  /**
   * Writes or drops each record.
   *
   * @throws SQLException if the database is not able to for now; then the whole batch is to be
   *     taken again, whatever of it is written already
   */
  void take(Iterable<ConsumerRecord<byte[], byte[]>> records) throws SQLException {
    List<Received> received = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> source : records) {
      read(source, received);
    }
    write(received);
  }

  private void read(ConsumerRecord<byte[], byte[]> source, List<Received> received) {
    if (source.value() == null) {
      drops.drop(source, DropReason.EMPTY, "it has no value");
      return;
    }
    try {
      received.add(new Received(source, WireCodecs.SESSION_UPDATE.decode(source.value())));
    } catch (MalformedRecordException e) {
      drops.drop(source, DropReason.MALFORMED, String.valueOf(e.getMessage()));
    }
  }

  /** Halves what is refused until the record that is to blame stands alone. */
  private void write(List<Received> part) throws SQLException {
    if (part.isEmpty()) {
      return;
    }
    try {
      writer.write(partitionsOf(part), part.stream().map(Received::update).toList());
      written.increment(part.size());
    } catch (SQLException e) {
      if (!SqlFailure.isAboutContent(e)) {
        throw e;
      }
      narrowDown(part, DropReason.REFUSED, e);
    } catch (RuntimeException e) {
      narrowDown(part, DropReason.UNWRITABLE, e);
    }
  }

  private void narrowDown(List<Received> part, DropReason reason, Exception cause)
      throws SQLException {
    if (part.size() == 1) {
      drops.drop(part.getFirst().source(), reason, String.valueOf(cause.getMessage()));
      return;
    }
    int middle = part.size() / 2;
    write(part.subList(0, middle));
    write(part.subList(middle, part.size()));
  }

  private static Set<Integer> partitionsOf(List<Received> part) {
    return part.stream().map(one -> one.source().partition()).collect(Collectors.toSet());
  }
}
