package dev.aidis.sink.intake;

import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.serde.WireCodecs;
import dev.aidis.sink.write.BatchWriter;
import dev.aidis.sink.write.RandomUpdates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The sink in a JVM of its own, to be killed. It reads its updates from the first on, as after a
 * crash.
 */
public final class SinkProcess {
  private static final int BATCH = 40;

  private SinkProcess() {}

  static Process start(String jdbcUrl, long seed, File output) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            SinkProcess.class.getName(),
            jdbcUrl,
            Long.toString(seed))
        .redirectErrorStream(true)
        .redirectOutput(output)
        .start();
  }

  /** Arguments: address of the database, seed of the updates. Ends when all are written. */
  public static void main(String[] args) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(args[0]);
    database.setUser("postgres");
    List<SessionUpdate> updates = RandomUpdates.of(Long.parseLong(args[1]));
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    Drops drops =
        new Drops(
            (record, reason, message) -> {
              throw new IllegalStateException("dropped: " + message);
            },
            metrics);
    MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("earliest");
    UpdatesConsumer consumer =
        new UpdatesConsumer(
            kafka,
            new BatchIntake(new BatchWriter(database), drops, metrics),
            InstantSource.system());
    consumer.subscribe();
    kafka.updateBeginningOffsets(Map.of(Records.PARTITION, 0L));
    kafka.rebalance(List.of(Records.PARTITION));
    for (int offset = 0; offset < updates.size(); offset++) {
      kafka.addRecord(
          Records.record(offset, WireCodecs.SESSION_UPDATE.encode(updates.get(offset))));
      if (offset % BATCH == BATCH - 1 || offset == updates.size() - 1) {
        consumer.step();
      }
    }
  }
}
