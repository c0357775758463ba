package dev.aidis.benchmarks.stream;

import dev.aidis.benchmarks.kafka.CommittedRecords;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** Reads how much the processor's stores have written to their changelogs. */
final class Changelogs implements AutoCloseable {
  private final CommittedRecords records;

  private Changelogs(CommittedRecords records) {
    this.records = records;
  }

  /** Of a processor that is running: its topics are there. */
  static Changelogs of(Admin admin, String bootstrapServers, int partitions)
      throws ExecutionException, InterruptedException {
    Stream<String> topics =
        admin.listTopics().names().get().stream().filter(topic -> topic.endsWith("-changelog"));
    return new Changelogs(
        new CommittedRecords(
            bootstrapServers,
            topics
                .flatMap(topic -> CommittedRecords.partitionsOf(topic, partitions).stream())
                .toList()));
  }

  /** From here on {@link #bytesSince} counts. */
  void mark() {
    records.mark();
  }

  /** Bytes of the keys and values of all records that were written since the mark. */
  long bytesSince() {
    AtomicLong bytes = new AtomicLong();
    records.forEach(
        record ->
            bytes.addAndGet(
                Math.max(0, record.serializedKeySize())
                    + Math.max(0, record.serializedValueSize())));
    return bytes.get();
  }

  @Override
  public void close() {
    records.close();
  }
}
