package dev.aidis.ingest.telemetry;

import dev.aidis.domain.ClockClamp;
import dev.aidis.ingest.activity.ActivityPublisher;
import dev.aidis.ingest.caller.Callers;
import dev.aidis.ingest.session.CurrentWork;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Wires the receiver of telemetry. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TelemetrySettings.class)
@Import(TelemetryEndpoint.class)
public class TelemetryConfiguration {

  @Bean
  OtlpBody otlpBody(JsonMapper json) {
    return new OtlpBody(json);
  }

  @Bean
  Telemetry telemetry(
      TelemetrySettings settings,
      Callers callers,
      CurrentWork work,
      ClockClamp clockClamp,
      ActivityPublisher publisher,
      InstantSource clock) {
    return new Telemetry(
        settings.tokens(),
        new UseActivities(callers.machine(), work, clockClamp),
        publisher,
        clock);
  }
}
