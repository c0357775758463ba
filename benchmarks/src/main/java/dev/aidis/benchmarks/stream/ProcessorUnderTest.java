package dev.aidis.benchmarks.stream;

import dev.aidis.benchmarks.Closing;
import dev.aidis.benchmarks.FreePort;
import dev.aidis.benchmarks.ThreadTime;
import dev.aidis.benchmarks.kafka.ActivityProducer;
import dev.aidis.benchmarks.kafka.ConsumerGroup;
import dev.aidis.schemas.ConsumerGroups;
import dev.aidis.schemas.TopicCreation;
import dev.aidis.schemas.Topics;
import dev.aidis.standalone.embedded.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;
import org.apache.kafka.clients.admin.Admin;

/**
 * A processor beside a broker of its own, in a temporary directory: has it work off activities, and
 * tells what that cost.
 */
public final class ProcessorUnderTest implements AutoCloseable {
  private static final int PARTITIONS = 4;

  /** The producers' network threads, which bear the stream threads' names too, are left out. */
  private static final Pattern STREAM_THREADS =
      Pattern.compile("aidis-stream-processor-.*-StreamThread-\\d+");

  private final Closing parts;
  private final Path state;
  private final ConsumerGroup group;
  private final Changelogs changelogs;
  private final ActivityProducer producer;
  private long produced;

  /**
   * @param micros CPU time of the processor's stream threads for each activity
   * @param bytes written to the changelogs for each activity
   */
  public record Cost(double micros, double bytes) {}

  private ProcessorUnderTest(
      Closing parts,
      Path state,
      ConsumerGroup group,
      Changelogs changelogs,
      ActivityProducer producer) {
    this.parts = parts;
    this.state = state;
    this.group = group;
    this.changelogs = changelogs;
    this.producer = producer;
  }

  /** Starts one, with two threads and four partitions. */
  public static ProcessorUnderTest start() throws Exception {
    Closing parts = new Closing();
    try {
      return start(parts);
    } catch (Exception | Error e) {
      parts.closeAfter(e);
      throw e;
    }
  }

  private static ProcessorUnderTest start(Closing parts) throws Exception {
    Path home = Files.createTempDirectory("aidis-benchmark");
    parts.keep(home, () -> FileUtils.deleteDirectory(home.toFile()));
    EmbeddedKafka kafka = EmbeddedKafka.start(home.resolve("kafka"), FreePort.next());
    parts.keep(kafka, kafka::close);
    String servers = kafka.bootstrapServers();
    Admin admin = Admin.create(Map.of("bootstrap.servers", servers));
    parts.keep(admin, admin::close);
    TopicCreation.createMissing(admin, Topics.definitions(PARTITIONS, (short) 1));
    Path state = home.resolve("state");
    LocalProcessor processor = LocalProcessor.start(servers, PARTITIONS, state);
    parts.keep(processor, processor::close);
    Changelogs changelogs = Changelogs.of(admin, servers, PARTITIONS);
    parts.keep(changelogs, changelogs::close);
    ActivityProducer producer = new ActivityProducer(servers);
    parts.keep(producer, producer::close);
    return new ProcessorUnderTest(
        parts, state, new ConsumerGroup(admin, ConsumerGroups.PROCESSOR), changelogs, producer);
  }

  /** Bytes that its stores take on disk. */
  public long stateBytes() {
    return FileUtils.sizeOfDirectory(state.toFile());
  }

  /** The owners take turns, over as many calls as there are. */
  public Cost work(Owners owners, int activities) throws InterruptedException {
    changelogs.mark();
    long before = ThreadTime.cpuNanos(STREAM_THREADS);
    for (int i = 0; i < activities; i++) {
      producer.send(owners.next());
    }
    producer.flush();
    produced += activities;
    group.awaitCommitted(produced);
    double micros = (ThreadTime.cpuNanos(STREAM_THREADS) - before) / 1e3 / activities;
    return new Cost(micros, (double) changelogs.bytesSince() / activities);
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
