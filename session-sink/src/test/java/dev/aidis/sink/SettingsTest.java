package dev.aidis.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

class SettingsTest {

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties({SinkSettings.class, TopicSettings.class})
  static class OnlySettings {}

  @Test
  void theDefaultsAreTwoConsumersAndTwelvePartitions() {
    try (var context = contextWith(Map.of())) {
      assertThat(context.getBean(SinkSettings.class)).isEqualTo(new SinkSettings(2));
      assertThat(context.getBean(TopicSettings.class)).isEqualTo(new TopicSettings(12, (short) 1));
    }
  }

  @Test
  void eachKeyIsRead() {
    Map<String, Object> properties =
        Map.of(
            "aidis.sink.concurrency", 3,
            "aidis.topics.partitions", 6,
            "aidis.topics.replication-factor", 2);
    try (var context = contextWith(properties)) {
      assertThat(context.getBean(SinkSettings.class)).isEqualTo(new SinkSettings(3));
      assertThat(context.getBean(TopicSettings.class)).isEqualTo(new TopicSettings(6, (short) 2));
    }
  }

  @Test
  void fewerThanOneConsumerIsRefused() {
    assertThatThrownBy(() -> new SinkSettings(0))
        .hasMessage("aidis.sink.concurrency 0 must be at least 1");
  }

  @Test
  void anUnknownKeyIsRefused() {
    assertThatThrownBy(() -> contextWith(Map.of("aidis.sink.threads", 2)).close())
        .isInstanceOf(BeanCreationException.class)
        .hasStackTraceContaining("aidis.sink.threads");
  }

  private static AnnotationConfigApplicationContext contextWith(Map<String, Object> properties) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", properties));
    context.register(OnlySettings.class);
    context.refresh();
    return context;
  }
}
