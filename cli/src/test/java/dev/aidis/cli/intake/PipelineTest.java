package dev.aidis.cli.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.FakeTracker;
import dev.aidis.cli.http.TrackerClient;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PipelineTest {
  private static final String PATH = "/api/v1/pipeline";

  private final FakeTracker tracker = new FakeTracker();
  private final TrackerClient client = new TrackerClient(URI.create(tracker.address()), null);
  private final List<Duration> pauses = new ArrayList<>();
  private final Pipeline pipeline = new Pipeline(client, pauses::add);
  private final List<Long> told = new ArrayList<>();

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void waitsUntilNothingIsLeftOnEitherSide() {
    // Given
    tracker
        .answers(PATH, 200, "{\"activitiesLag\":5,\"updatesLag\":0}")
        .answers(PATH, 200, "{\"activitiesLag\":0,\"updatesLag\":2}")
        .answers(PATH, 503, "")
        .answers(PATH, 200, "{\"activitiesLag\":0,\"updatesLag\":0}");

    // When
    boolean empty = pipeline.awaitEmpty(told::add);

    // Then
    assertThat(empty).isTrue();
    assertThat(pauses).hasSize(3);
    assertThat(told).containsExactly(5L, 2L, -1L);
  }

  @Test
  void givesUpWhenNothingMoves() {
    // Given
    tracker.answers(PATH, 200, "{\"activitiesLag\":5,\"updatesLag\":0}");

    // When
    boolean empty = pipeline.awaitEmpty(told::add);

    // Then
    assertThat(empty).isFalse();
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofSeconds(59), Duration.ofSeconds(61));
  }
}
