package dev.aidis.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ProcessorSettingsTest {

  @Test
  void theDefaultsAreThoseOfTheDesign() {
    assertThat(bind(Map.of()))
        .isEqualTo(
            new ProcessorSettings(
                Duration.ofHours(2),
                Duration.ofHours(24),
                Duration.ofMinutes(15),
                Duration.ofDays(400),
                Path.of("state"),
                false,
                1));
  }

  @Test
  void everyKeyCanBeSet() {
    ProcessorSettings settings =
        bind(
            Map.of(
                "inactivity-gap", "30m",
                "max-session-length", "12h",
                "active-gap", "5m",
                "retention", "10d",
                "state-dir", "elsewhere",
                "state-dir-shared", "true",
                "threads", "3"));

    assertThat(settings)
        .isEqualTo(
            new ProcessorSettings(
                Duration.ofMinutes(30),
                Duration.ofHours(12),
                Duration.ofMinutes(5),
                Duration.ofDays(10),
                Path.of("elsewhere"),
                true,
                3));
  }

  @Test
  void aGapShorterThanTheActiveGapShortensThatToo() {
    assertThat(bind(Map.of("inactivity-gap", "5s")).rules().activeGap())
        .isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void anUnknownKeyIsRefused() {
    assertThatThrownBy(() -> bind(Map.of("inactivty-gap", "5s"))).isInstanceOf(BindException.class);
  }

  @Test
  void valuesOutOfBoundsAreRefusedByName() {
    assertThatThrownBy(() -> bind(Map.of("retention", "1h")))
        .rootCause()
        .hasMessageContaining("aidis.processor.retention");
    assertThatThrownBy(() -> bind(Map.of("threads", "0")))
        .rootCause()
        .hasMessageContaining("aidis.processor.threads");
    assertThatThrownBy(() -> bind(Map.of("inactivity-gap", "0s")))
        .rootCause()
        .hasMessageContaining("inactivityGap");
  }

  private static ProcessorSettings bind(Map<String, String> values) {
    Map<String, Object> properties = new HashMap<>(Map.of("aidis.processor.state-dir", "state"));
    values.forEach((key, value) -> properties.put("aidis.processor." + key, value));
    return new Binder(new MapConfigurationPropertySource(properties))
        .bind(
            "aidis.processor",
            Bindable.of(ProcessorSettings.class),
            new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
        .get();
  }
}
