package dev.aidis.sink;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/** The sink: starts when its context does, stops when that is closed. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(SinkConfiguration.class)
public class SinkApplication {

  public static void main(String[] args) {
    application(Map.of()).run(args);
  }

  /**
   * Starts the sink in this JVM.
   *
   * @param properties by Spring's names; they go before all others
   * @param metrics where it counts; stays open when it stops
   * @return once the database has its schema and updates are being consumed; to be closed to stop
   * @throws IllegalStateException with a sentence, if the database is of a newer program
   */
  public static ConfigurableApplicationContext start(
      Map<String, Object> properties, MeterRegistry metrics) {
    SpringApplication application = application(properties);
    application.addInitializers(
        context -> context.getBeanFactory().registerSingleton("meterRegistry", metrics));
    application.setRegisterShutdownHook(false);
    return application.run();
  }

  /** The same, counting in a registry of its own. */
  public static ConfigurableApplicationContext start(Map<String, Object> properties) {
    return start(properties, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }

  private static SpringApplication application(Map<String, Object> properties) {
    SpringApplication application = new SpringApplication(SinkApplication.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(Map.of("spring.config.name", "session-sink"));
    application.addInitializers(
        context ->
            context
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("start", properties)));
    return application;
  }
}
