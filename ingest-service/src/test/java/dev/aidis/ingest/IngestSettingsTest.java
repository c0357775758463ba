package dev.aidis.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

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
        .isInstanceOf(BindException.class)
        .rootCause()
        .hasMessageContaining("aidis.ingest.ownr");
  }

  private static IngestSettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate(
            "aidis.ingest", Bindable.of(IngestSettings.class), new NoUnboundElementsBindHandler());
  }
}
