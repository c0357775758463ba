package dev.aidis.ingest;

import dev.aidis.ingest.keeping.KeepingConfiguration;
import dev.aidis.ingest.rebuild.Rebuilding;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** The service: HTTP in front, Kafka and Postgres behind. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({
  FrontConfiguration.class,
  KafkaConfiguration.class,
  PostgresConfiguration.class,
  KeepingConfiguration.class
})
public class IngestApplication {
  private static final Logger log = LoggerFactory.getLogger(IngestApplication.class);

  public static void main(String[] args) {
    application(IngestApplication.class, Map.of()).run(args);
  }

  /**
   * Starts the service and returns when it answers. Closing the context stops it.
   *
   * @param properties go before all other configuration
   * @param metrics where it counts; stays open when it stops
   * @param rebuilding what rebuilds the database when a client wants it
   * @throws IllegalStateException with a sentence, if it is to listen on an address that other
   *     machines can reach, and there is no token
   */
  public static ConfigurableApplicationContext start(
      Map<String, Object> properties,
      PrometheusMeterRegistry metrics,
      @Nullable Rebuilding rebuilding) {
    SpringApplication application = application(IngestApplication.class, properties);
    application.addInitializers(
        context -> {
          context.getBeanFactory().registerSingleton("meterRegistry", metrics);
          if (rebuilding != null) {
            context.getBeanFactory().registerSingleton("rebuilding", rebuilding);
          }
        });
    application.setRegisterShutdownHook(false);
    return application.run();
  }

  /** The same, counting in a registry of its own. */
  public static ConfigurableApplicationContext start(Map<String, Object> properties) {
    return start(properties, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), null);
  }

  static SpringApplication application(Class<?> configuration, Map<String, Object> properties) {
    SpringApplication application = new SpringApplication(configuration);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(Map.of("spring.config.name", "ingest-service"));
    application.addInitializers(
        context -> {
          ConfigurableEnvironment environment = context.getEnvironment();
          environment.getPropertySources().addFirst(new MapPropertySource("start", properties));
        });
    application.addListeners((ApplicationListener<ApplicationReadyEvent>) IngestApplication::ready);
    return application;
  }

  private static void ready(ApplicationReadyEvent event) {
    Environment environment = event.getApplicationContext().getEnvironment();
    log.info(
        "ingest-service answers on http://{}:{}",
        environment.getProperty("server.address"),
        environment.getProperty("local.server.port"));
  }
}
