package dev.aidis.ingest.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

class McpSettingsTest {

  @Test
  void withoutSettingsAUserHasLessThanTheMinuteThatClientsWait() {
    assertThat(bind(Map.of())).isEqualTo(new McpSettings(Duration.ofSeconds(45)));
  }

  @Test
  void everyKeyIsTaken() {
    assertThat(bind(Map.of("aidis.mcp.patience", "2m")))
        .isEqualTo(new McpSettings(Duration.ofMinutes(2)));
  }

  @Test
  void anUnknownKeyAndNoPatienceAreRefused() {
    assertThatThrownBy(() -> bind(Map.of("aidis.mcp.patients", "1s")))
        .rootCause()
        .hasMessageContaining("aidis.mcp.patients");
    assertThatThrownBy(() -> bind(Map.of("aidis.mcp.patience", "0s")))
        .rootCause()
        .hasMessageContaining("patience PT0S must be positive");
  }

  private static McpSettings bind(Map<String, Object> properties) {
    try (var context = new AnnotationConfigApplicationContext()) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("test", properties));
      context.register(OnlySettings.class);
      context.refresh();
      return context.getBean(McpSettings.class);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(McpSettings.class)
  static class OnlySettings {}
}
