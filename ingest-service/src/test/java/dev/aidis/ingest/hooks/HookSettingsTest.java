package dev.aidis.ingest.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

class HookSettingsTest {

  @Test
  void withoutSettingsPromptsAreNotKept() {
    assertThat(bind(Map.of())).isEqualTo(new HookSettings(false, Duration.ofMillis(250), "aidis"));
  }

  @Test
  void everyKeyIsTaken() {
    assertThat(
            bind(
                Map.of(
                    "aidis.hooks.keep-prompts", true,
                    "aidis.hooks.patience", "1s",
                    "aidis.hooks.mcp-server", "tracker")))
        .isEqualTo(new HookSettings(true, Duration.ofSeconds(1), "tracker"));
  }

  @Test
  void anUnknownKeyIsRefused() {
    assertThatThrownBy(() -> bind(Map.of("aidis.hooks.keep-promts", true)))
        .rootCause()
        .hasMessageContaining("aidis.hooks.keep-promts");
  }

  @Test
  void noPatienceAndNoNameAreRefused() {
    assertThatThrownBy(() -> bind(Map.of("aidis.hooks.patience", "0s")))
        .rootCause()
        .hasMessageContaining("patience PT0S must be positive");
    assertThatThrownBy(() -> bind(Map.of("aidis.hooks.mcp-server", " ")))
        .rootCause()
        .hasMessageContaining("mcp-server must not be blank");
  }

  private static HookSettings bind(Map<String, Object> properties) {
    try (var context = new AnnotationConfigApplicationContext()) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("test", properties));
      context.register(OnlySettings.class);
      context.refresh();
      return context.getBean(HookSettings.class);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(HookSettings.class)
  static class OnlySettings {}
}
