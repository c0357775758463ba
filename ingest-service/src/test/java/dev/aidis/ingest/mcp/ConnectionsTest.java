package dev.aidis.ingest.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RecordingPublisher;
import dev.aidis.ingest.activity.ActivityRecorder;
import dev.aidis.ingest.mcp.tool.ToolBench;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
  private final RecordingPublisher publisher = new RecordingPublisher();
  private final Queue<Runnable> beside = new ArrayDeque<>();
  private final Connections connections =
      new Connections(
          new PublishingAnnouncer(
              caller -> Optional.of("shop"),
              new ActivityRecorder(publisher, activity -> {}),
              () -> ToolBench.id(1),
              InstantSource.fixed(ToolBench.NOW)),
          beside::add);

  @Test
  void aClientIsAnnouncedOnceWhenItFirstSpeaks() {
    // Given
    connections.opened("s", "claude-code/2.1");
    assertThat(connections.work("s")).isEmpty();
    // When
    connections.spoke("s", ToolBench.ADA);
    connections.spoke("s", ToolBench.ADA);
    beside.forEach(Runnable::run);
    // Then
    assertThat(publisher.published())
        .containsExactly(
            Activity.builder(ToolBench.id(1), ActivityType.CLIENT_CONNECTED)
                .occurredAt(ToolBench.NOW)
                .owner("ada")
                .machine("laptop")
                .client("claude-code/2.1")
                .clientSession("client-session")
                .project("shop")
                .repo("/src/aidis")
                .aiInvolved(true)
                .description("Connected: claude-code/2.1")
                .build());
    assertThat(connections.work("s").orElseThrow())
        .isCompletedWithValue(new Work("shop", ToolBench.NOW));
  }

  @Test
  void announcingGoesOnBesideTheRequest() {
    // Given
    connections.opened("s", "c");
    // When
    connections.spoke("s", ToolBench.ADA);
    // Then
    assertThat(publisher.published()).isEmpty();
    assertThat(connections.work("s").orElseThrow()).isNotDone();
  }

  @Test
  void aClientThatCannotBeAnnouncedCanWork() {
    // Given
    publisher.breakDown();
    connections.opened("s", "c");
    // When
    connections.spoke("s", ToolBench.ADA);
    beside.forEach(Runnable::run);
    // Then
    assertThat(connections.work("s").orElseThrow())
        .isCompletedWithValue(new Work("shop", ToolBench.NOW));
  }

  @Test
  void aSessionThatWasNeverOpenedIsNobodys() {
    connections.spoke("s", ToolBench.ADA);
    assertThat(beside).isEmpty();
    assertThat(connections.work("s")).isEmpty();
  }

  @Test
  void aClosedSessionIsForgotten() {
    // Given
    connections.opened("s", "c");
    connections.spoke("s", ToolBench.ADA);
    // When
    connections.closed("s");
    // Then
    assertThat(connections.work("s")).isEmpty();
  }

  @Test
  void aClientWithoutASessionIsAnnouncedOnceAndAgainAfterASilence() {
    // When
    String first = connections.met(ToolBench.ADA, "c/1", ToolBench.NOW);
    String again = connections.met(ToolBench.ADA, "c/1", ToolBench.NOW.plusSeconds(7200));
    // Then
    assertThat(again).isEqualTo(first);
    assertThat(beside).hasSize(1);
    // When
    connections.met(ToolBench.ADA, "c/1", ToolBench.NOW.plusSeconds(14_401));
    // Then
    assertThat(beside).hasSize(2);
  }

  @Test
  void clientsWithoutASessionAreToldApart() {
    // When
    String one = connections.met(ToolBench.ADA, "c/1", ToolBench.NOW);
    String other = connections.met(ToolBench.ADA, "c/2", ToolBench.NOW);
    // Then
    assertThat(other).isNotEqualTo(one);
    assertThat(beside).hasSize(2);
  }
}
