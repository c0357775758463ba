package dev.aidis.benchmarks.sink;

import dev.aidis.sink.SinkApplication;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.springframework.context.ConfigurableApplicationContext;

/** The real sink in this JVM; stopped by closing it. */
public final class LocalSink implements AutoCloseable {
  /** The names of the threads that read and write. */
  public static final Pattern THREADS = Pattern.compile("session-sink-\\d+");

  private static final String WRITTEN = "aidis.sink.written";
  private static final Duration GIVE_UP = Duration.ofMinutes(10);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

  private final ConfigurableApplicationContext context;

  private LocalSink(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Returns when the database has its schema; a sink of a group goes on where the last one of that
   * group ended.
   */
  public static LocalSink start(String bootstrapServers, String jdbcUrl, String group) {
    Map<String, Object> properties =
        Map.of(
            "spring.kafka.bootstrap-servers",
            bootstrapServers,
            "spring.kafka.consumer.group-id",
            group,
            "aidis.topics.partitions",
            Updates.PARTITIONS,
            "spring.datasource.url",
            jdbcUrl,
            "spring.datasource.username",
            "aidis",
            "spring.datasource.password",
            "");
    try {
      return new LocalSink(SinkApplication.start(properties));
    } catch (RuntimeException e) {
      // Spring believes that it has told it already, and hides it as it is.
      throw new IllegalStateException("the sink does not start: " + e.getMessage(), e);
    }
  }

  /**
   * Returns when it has written that many updates since it started, and tells how many; what comes
   * again after a rebalance is counted twice.
   *
   * @throws IllegalStateException when it has not after ten minutes
   */
  public long awaitWritten(long updates) {
    long deadline = System.nanoTime() + GIVE_UP.toNanos();
    long written = written();
    while (written < updates) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "the sink wrote %d of %d updates within %s".formatted(written, updates, GIVE_UP));
      }
      LockSupport.parkNanos(PAUSE);
      written = written();
    }
    return written;
  }

  private long written() {
    return (long) context.getBean(MeterRegistry.class).counter(WRITTEN).count();
  }

  @Override
  public void close() {
    context.close();
  }
}
