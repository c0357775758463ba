package dev.aidis.processor;

import dev.aidis.processor.timeout.Backlog;
import dev.aidis.processor.timeout.KafkaBacklog;
import dev.aidis.schemas.TopicCreation;
import dev.aidis.schemas.Topics;
import dev.aidis.service.HealthConfiguration;
import dev.aidis.service.Probe;
import dev.aidis.service.tracing.Tracing;
import dev.aidis.service.tracing.TracingConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The stream processor: starts when its context does, stops when that is closed. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({HealthConfiguration.class, TracingConfiguration.class})
@EnableConfigurationProperties({
  ProcessorSettings.class,
  TopicSettings.class,
  ReplaySettings.class,
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
   * @param metrics where it counts; stays open when it stops
   * @return once activities are being processed; to be closed to stop
   */
  public static ConfigurableApplicationContext start(
      Map<String, Object> properties, MeterRegistry metrics) {
    return application()
        .initializers(
            context -> context.getBeanFactory().registerSingleton("meterRegistry", metrics))
        .run(arguments(properties));
  }

  /** The same, counting in a registry of its own. */
  public static ConfigurableApplicationContext start(Map<String, Object> properties) {
    return start(properties, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
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
  ProcessorMetrics metrics(MeterRegistry registry) {
    return new ProcessorMetrics(registry);
  }

  @Bean
  Probe streamsProbe(StreamsRunner streams) {
    return new Probe("streams", streams::isRunning);
  }

  @Bean
  StateDirectory stateDirectory(ProcessorSettings settings) {
    return settings.stateDirShared()
        ? StateDirectory.free(settings.stateDir())
        : StateDirectory.of(settings.stateDir());
  }

  @Bean
  Backlog backlog(Admin admin, ReplaySettings replay) {
    return new KafkaBacklog(admin, replay.applicationId(), Clock.systemUTC());
  }

  @Bean
  StreamsRunner streams(
      KafkaProperties kafka,
      ProcessorSettings settings,
      TopicSettings topics,
      ReplaySettings replay,
      StateDirectory directory,
      Admin admin,
      Backlog backlog,
      ProcessorMetrics metrics,
      Tracing tracing)
      throws InterruptedException, ExecutionException {
    TopicCreation.createMissing(
        admin, Topics.definitions(topics.partitions(), topics.replicationFactor()));
    Map<String, Object> config =
        StreamsSettings.of(kafka.buildStreamsProperties(), settings, topics);
    config.put(StreamsConfig.STATE_DIR_CONFIG, directory.path().toString());
    if (replay.isReplay()) {
      TopicCreation.createMissing(
          admin,
          List.of(
              Topics.ofReplay(
                  replay.updatesTopic(), topics.partitions(), topics.replicationFactor())));
      config.put(StreamsConfig.APPLICATION_ID_CONFIG, replay.applicationId());
    }
    StreamsRunner runner =
        new StreamsRunner(SessionTopology.of(settings, replay, backlog, metrics, tracing), config);
    try {
      runner.awaitRunning(START_WITHIN);
      return runner;
    } catch (InterruptedException | RuntimeException e) {
      runner.close(); // else its threads would go on without anybody to stop them
      throw e;
    }
  }
}
