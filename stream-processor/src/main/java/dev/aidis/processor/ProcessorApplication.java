package dev.aidis.processor;

import dev.aidis.processor.timeout.Backlog;
import dev.aidis.processor.timeout.KafkaBacklog;
import dev.aidis.schemas.TopicCreation;
import dev.aidis.schemas.Topics;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The stream processor: starts when its context does, stops when that is closed. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  ProcessorSettings.class,
  TopicSettings.class,
  KafkaProperties.class
})
public class ProcessorApplication {
  private static final Duration START_WITHIN = Duration.ofMinutes(10);

  public static void main(String[] args) {
    application().run(args);
  }

  /**
   * Starts the processor in this JVM.
   *
   * @param properties by Spring's names; they go before all others
   * @return once activities are being processed; to be closed to stop
   */
  public static ConfigurableApplicationContext start(Map<String, Object> properties) {
    return application().run(arguments(properties));
  }

  /** As command line arguments properties go before the environment. */
  private static String[] arguments(Map<String, Object> properties) {
    return properties.entrySet().stream()
        .map(property -> "--" + property.getKey() + "=" + property.getValue())
        .toArray(String[]::new);
  }

  private static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(ProcessorApplication.class)
        .web(WebApplicationType.NONE)
        .properties("spring.config.name=stream-processor");
  }

  @Bean
  Admin admin(KafkaProperties kafka) {
    return Admin.create(kafka.buildAdminProperties());
  }

  @Bean
  ProcessorMetrics metrics(ObjectProvider<MeterRegistry> registry) {
    return new ProcessorMetrics(
        registry.getIfAvailable(() -> new SimpleMeterRegistry(SimpleConfig.DEFAULT, Clock.SYSTEM)));
  }

  @Bean
  Backlog backlog(Admin admin, TopicSettings topics) {
    return new KafkaBacklog(
        admin, StreamsSettings.APPLICATION_ID, topics.partitions(), java.time.Clock.systemUTC());
  }

  @Bean
  StreamsRunner streams(
      KafkaProperties kafka,
      ProcessorSettings settings,
      TopicSettings topics,
      Admin admin,
      Backlog backlog,
      ProcessorMetrics metrics)
      throws InterruptedException, ExecutionException {
    TopicCreation.createMissing(
        admin, Topics.definitions(topics.partitions(), topics.replicationFactor()));
    StreamsRunner runner =
        new StreamsRunner(
            SessionTopology.of(settings, backlog, metrics),
            StreamsSettings.of(kafka.buildStreamsProperties(), settings, topics));
    runner.awaitRunning(START_WITHIN);
    return runner;
  }
}
