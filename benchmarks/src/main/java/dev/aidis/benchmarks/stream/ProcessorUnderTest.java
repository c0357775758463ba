package dev.aidis.benchmarks.growth;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.serde.WireCodecs;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Has a running processor work off activities, and tells what that cost. */
final class Bench implements AutoCloseable {
  private static final String GROUP = "aidis-stream-processor";
  private static final long GIVE_UP_NS = TimeUnit.MINUTES.toNanos(5);

  private final Admin admin;
  private final Changelogs changelogs;
  private final KafkaProducer<byte[], byte[]> producer;
  private long produced;

  /**
   * @param micros CPU time of the processor's stream threads for each activity
   * @param bytes written to the changelogs for each activity
   */
  record Cost(double micros, double bytes) {}

  Bench(Admin admin, String bootstrapServers, Changelogs changelogs) {
    this.admin = admin;
    this.changelogs = changelogs;
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers, "compression.type", "lz4", "linger.ms", 5),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** The owners take turns. */
  Cost work(List<Owner> owners, int activities) throws ExecutionException, InterruptedException {
    changelogs.mark();
    long before = cpuNanos();
    for (int i = 0; i < activities; i++) {
      send(owners.get(i % owners.size()).next());
    }
    producer.flush();
    produced += activities;
    awaitCommitted();
    return new Cost(
        (cpuNanos() - before) / 1e3 / activities, (double) changelogs.bytesSince() / activities);
  }

  @Override
  public void close() {
    producer.close();
  }

  private void send(Activity activity) {
    var _ =
        producer.send(
            new ProducerRecord<>(
                Topics.ACTIVITIES,
                activity.trackerKey().toString().getBytes(StandardCharsets.UTF_8),
                WireCodecs.ACTIVITY.encode(activity)));
  }

  private void awaitCommitted() throws ExecutionException, InterruptedException {
    long deadline = System.nanoTime() + GIVE_UP_NS;
    while (committed() < produced) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "the processor committed %d of %d activities".formatted(committed(), produced));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private long committed() throws ExecutionException, InterruptedException {
    return admin
        .listConsumerGroupOffsets(GROUP)
        .partitionsToOffsetAndMetadata()
        .get()
        .values()
        .stream()
        .mapToLong(OffsetAndMetadata::offset)
        .sum();
  }

  /** The producers' network threads, which bear the stream threads' names too, are left out. */
  private static long cpuNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long nanos = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null
          && thread.getThreadName().matches("aidis-stream-processor-.*-StreamThread-\\d+")) {
        nanos += threads.getThreadCpuTime(thread.getThreadId());
      }
    }
    return nanos;
  }
}
