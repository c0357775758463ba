package dev.aidis.processor;

import static dev.aidis.processor.TopologyFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.schemas.Topics;
import dev.aidis.service.tracing.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  private static final byte[] KEY = "ada/main".getBytes(StandardCharsets.UTF_8);

  @TempDir Path stateDir;

  @Test
  void aReplayHasTopicsOfItsOwnAndMakesNoDeadLettersAgain() {
    // Given
    ReplaySettings replay = new ReplaySettings("x1");
    ProcessorSettings settings =
        new ProcessorSettings(
            Duration.ofHours(2),
            Duration.ofHours(24),
            Duration.ofMinutes(15),
            Duration.ofDays(400),
            stateDir,
            false,
            1);
    Properties config = new Properties();
    config.putAll(
        StreamsSettings.of(
            Map.of("bootstrap.servers", "unused:1"), settings, new TopicSettings(1, (short) 1)));
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    // When
    try (TopologyTestDriver driver =
        new TopologyTestDriver(
            SessionTopology.of(
                settings, replay, partition -> NOW, new ProcessorMetrics(metrics), Tracing.OFF),
            config,
            NOW)) {
      ByteArraySerializer in = new ByteArraySerializer();
      driver
          .createInputTopic(Topics.ACTIVITIES, in, in)
          .pipeInput(KEY, "no avro".getBytes(StandardCharsets.UTF_8), NOW);

      // Then
      ByteArrayDeserializer out = new ByteArrayDeserializer();
      assertThat(driver.producedTopicNames()).doesNotContain(Topics.DEAD_LETTERS);
      assertThat(driver.createOutputTopic("aidis-rebuild-x1-updates", out, out).isEmpty()).isTrue();
    }
    assertThat(replay.applicationId()).isEqualTo("aidis-rebuild-x1");
    assertThat(metrics.get("aidis.dead.letters").tag("reason", "not_avro").counter().count())
        .isEqualTo(1);
  }

  @Test
  void withoutANameItIsTheProcessorThatEveryoneReads() {
    ReplaySettings live = new ReplaySettings(null);

    assertThat(live.isReplay()).isFalse();
    assertThat(live.applicationId()).isEqualTo("aidis-stream-processor");
    assertThat(live.updatesTopic()).isEqualTo("aidis.session-updates");
  }

  @Test
  void aNameThatTopicsCannotHaveIsRefused() {
    assertThatThrownBy(() -> new ReplaySettings("A b").updatesTopic())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'A b'");
  }
}
