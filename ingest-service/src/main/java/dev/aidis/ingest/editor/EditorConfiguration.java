package dev.aidis.ingest.editor;

import dev.aidis.domain.ClockClamp;
import dev.aidis.ingest.activity.ActivityPublisher;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires what editors call. */
@Configuration(proxyBeanMethods = false)
@Import(WakaTimeEndpoint.class)
public class EditorConfiguration {

  @Bean
  HeartbeatIntake heartbeatIntake(
      ClockClamp clockClamp, ActivityPublisher publisher, InstantSource clock) {
    return new HeartbeatIntake(new HeartbeatActivities(clockClamp), publisher, clock);
  }
}
