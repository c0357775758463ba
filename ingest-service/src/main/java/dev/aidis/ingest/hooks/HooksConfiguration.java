package dev.aidis.ingest.hooks;

import dev.aidis.ingest.activity.ActivityPublisher;
import dev.aidis.ingest.activity.ActivityRecorder;
import dev.aidis.ingest.caller.Callers;
import dev.aidis.ingest.session.CurrentWork;
import dev.aidis.ingest.session.ToolUses;
import dev.aidis.service.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the hooks' endpoint. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HookSettings.class)
@Import(HookEndpoint.class)
public class HooksConfiguration {

  @Bean
  PatientRecorder patientRecorder(
      ActivityPublisher publisher, CurrentWork work, HookSettings settings, Tracing tracing) {
    return new PatientRecorder(
        new ActivityRecorder(publisher, work::note), settings.patience(), tracing);
  }

  @Bean
  Hooks hooks(
      HookSettings settings,
      Callers callers,
      CurrentWork work,
      ToolUses toolUses,
      PatientRecorder recorder,
      MeterRegistry metrics) {
    OwnTools ownTools = new OwnTools(settings.mcpServer(), toolUses);
    return new Hooks(
        new Scenes(
            callers.machine(), RepositoryFinder::onDisk, new ClientSessions(), work, ownTools),
        new EventActivities(settings.keepPrompts(), ownTools),
        work,
        recorder,
        new HookMetrics(metrics));
  }
}
