package dev.aidis.benchmarks.stream;

import dev.aidis.benchmarks.FreePort;
import dev.aidis.processor.ProcessorApplication;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.TopicCreation;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.serde.WireCodecs;
import dev.aidis.standalone.embedded.EmbeddedKafka;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.io.FileUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A processor beside a broker of its own, in a temporary directory: has it work off activities, and
 * tells what that cost.
 */
public final class ProcessorUnderTest implements AutoCloseable {
  private static final String GROUP = "aidis-stream-processor";
  private static final long GIVE_UP_NS = TimeUnit.MINUTES.toNanos(5);

  private static final int PARTITIONS = 4;

  private final Path home;
  private final EmbeddedKafka kafka;
  private final Admin admin;
  private final ConfigurableApplicationContext processor;
  private final Changelogs changelogs;
  private final KafkaProducer<byte[], byte[]> producer;
  private long produced;

  /**
   * @param micros CPU time of the processor's stream threads for each activity
   * @param bytes written to the changelogs for each activity
   */
  public record Cost(double micros, double bytes) {}

  private ProcessorUnderTest(Path home) throws Exception {
    this.home = home;
    kafka = EmbeddedKafka.start(home.resolve("kafka"), FreePort.next());
    String bootstrapServers = kafka.bootstrapServers();
    admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    TopicCreation.createMissing(admin, Topics.definitions(PARTITIONS, (short) 1));
    processor =
        ProcessorApplication.start(
            Map.of(
                "spring.kafka.bootstrap-servers",
                bootstrapServers,
                "aidis.topics.partitions",
                PARTITIONS,
                "aidis.processor.state-dir",
                state().toString(),
                "aidis.processor.threads",
                2));
    changelogs = Changelogs.of(admin, bootstrapServers, PARTITIONS);
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers, "compression.type", "lz4", "linger.ms", 5),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Starts one, with two threads and four partitions. */
  public static ProcessorUnderTest start() throws Exception {
    return new ProcessorUnderTest(Files.createTempDirectory("aidis-benchmark"));
  }

  /** Bytes that its stores take on disk. */
  public long stateBytes() {
    return FileUtils.sizeOfDirectory(state().toFile());
  }

  private Path state() {
    return home.resolve("state");
  }

  /** The owners take turns, over as many calls as there are. */
  public Cost work(Owners owners, int activities) throws ExecutionException, InterruptedException {
    changelogs.mark();
    long before = cpuNanos();
    for (int i = 0; i < activities; i++) {
      send(owners.next());
    }
    producer.flush();
    produced += activities;
    awaitCommitted();
    return new Cost(
        (cpuNanos() - before) / 1e3 / activities, (double) changelogs.bytesSince() / activities);
  }

  @Override
  public void close() throws IOException {
    producer.close();
    changelogs.close();
    processor.close();
    admin.close();
    kafka.close();
    FileUtils.deleteDirectory(home.toFile());
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
