package dev.aidis.benchmarks.stream;

import dev.aidis.processor.ProcessorApplication;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** Our processor in this JVM, with two threads; stopped by closing it. */
public final class LocalProcessor implements AutoCloseable {
  /** Stream threads, of this one and of what is measured beside it. */
  public static final int THREADS = 2;

  private final ConfigurableApplicationContext context;

  private LocalProcessor(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Returns once activities are being processed.
   *
   * @param state where its stores are
   */
  public static LocalProcessor start(String bootstrapServers, int partitions, Path state) {
    Map<String, Object> properties =
        Map.of(
            "spring.kafka.bootstrap-servers",
            bootstrapServers,
            "aidis.topics.partitions",
            partitions,
            "aidis.processor.state-dir",
            state.toString(),
            "aidis.processor.threads",
            THREADS);
    try {
      return new LocalProcessor(ProcessorApplication.start(properties));
    } catch (RuntimeException e) {
      // Spring believes that it has told it already, and hides it as it is.
      throw new IllegalStateException("the processor does not start: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
