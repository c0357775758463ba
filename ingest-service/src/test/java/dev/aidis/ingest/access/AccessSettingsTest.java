package dev.aidis.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

class AccessSettingsTest {

  @Test
  void withoutSettingsThisMachineNeedsNoToken() {
    assertThat(bind(Map.of()))
        .isEqualTo(
            new AccessSettings(
                null, false, List.of(), 1000, Duration.ofSeconds(60), Duration.ofSeconds(15)));
  }

  @Test
  void everyKeyIsTaken() {
    assertThat(
            bind(
                Map.of(
                    "aidis.access.token-file",
                    "/run/token",
                    "aidis.access.require-token",
                    "true",
                    "aidis.access.allowed-hosts",
                    "tracker.example,localhost",
                    "aidis.access.requests-per-second",
                    "0",
                    "aidis.access.body-timeout",
                    "2m",
                    "aidis.access.stream-keep-alive",
                    "30s")))
        .isEqualTo(
            new AccessSettings(
                "/run/token",
                true,
                List.of("tracker.example", "localhost"),
                0,
                Duration.ofMinutes(2),
                Duration.ofSeconds(30)));
  }

  @Test
  void anUnknownKeyAndNoTimeAreRefused() {
    assertThatThrownBy(() -> bind(Map.of("aidis.access.tokenfile-of", "x")))
        .rootCause()
        .hasMessageContaining("aidis.access.tokenfile-of");
    assertThatThrownBy(() -> bind(Map.of("aidis.access.body-timeout", "0s")))
        .rootCause()
        .hasMessageContaining("aidis.access.body-timeout PT0S must be positive");
    assertThatThrownBy(() -> bind(Map.of("aidis.access.stream-keep-alive", "-1s")))
        .rootCause()
        .hasMessageContaining("aidis.access.stream-keep-alive PT-1S must be positive");
  }

  private static AccessSettings bind(Map<String, Object> properties) {
    try (var context = new AnnotationConfigApplicationContext()) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("test", properties));
      context.register(OnlySettings.class);
      context.refresh();
      return context.getBean(AccessSettings.class);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(AccessSettings.class)
  static class OnlySettings {}
}
