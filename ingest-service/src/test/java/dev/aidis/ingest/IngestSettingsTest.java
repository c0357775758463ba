package dev.aidis.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

class IngestSettingsTest {

  @Test
  void withoutSettingsTheTrackerIsTheUsersOwn() {
    // When
    IngestSettings settings = bind(Map.of());
    // Then
    assertThat(settings.owner()).isEqualTo(System.getProperty("user.name"));
    assertThat(settings.machine()).isNotBlank();
    assertThat(settings.maxClockAhead()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.visibilityTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.defaultProject()).isNull();
  }

  @Test
  void everyKeyIsTaken() {
    // When
    IngestSettings settings =
        bind(
            Map.of(
                "aidis.ingest.owner", "ada",
                "aidis.ingest.machine", "laptop",
                "aidis.ingest.max-clock-ahead", "1m",
                "aidis.ingest.visibility-timeout", "2s",
                "aidis.ingest.default-project", "shop"));
    // Then
    assertThat(settings)
        .isEqualTo(
            new IngestSettings(
                "ada", "laptop", Duration.ofMinutes(1), Duration.ofSeconds(2), "shop"));
  }

  @Test
  void anUnknownKeyIsRefused() {
    assertThatThrownBy(() -> bind(Map.of("aidis.ingest.ownr", "ada")))
        .rootCause()
        .hasMessageContaining("aidis.ingest.ownr");
  }

  @Test
  void aWaitOfNoTimeIsRefused() {
    assertThatThrownBy(() -> bind(Map.of("aidis.ingest.visibility-timeout", "0s")))
        .rootCause()
        .hasMessageContaining("visibility-timeout PT0S must be positive");
  }

  private static IngestSettings bind(Map<String, Object> properties) {
    try (var context = new AnnotationConfigApplicationContext()) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("test", properties));
      context.register(OnlySettings.class);
      context.refresh();
      return context.getBean(IngestSettings.class);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(IngestSettings.class)
  static class OnlySettings {}
}
