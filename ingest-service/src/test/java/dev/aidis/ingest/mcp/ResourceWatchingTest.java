package dev.aidis.ingest.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.FakeSessions;
import dev.aidis.ingest.FakeSignals;
import dev.aidis.ingest.mcp.tool.ToolBench;
import dev.aidis.ingest.session.UpdateSignals.Subscription;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceWatchingTest {
  private final FakeSignals signals = new FakeSignals();
  private final FakeSessions sessions = new FakeSessions();
  private final Queue<Runnable> later = new ArrayDeque<>();
  private final List<String> told = new ArrayList<>();
  private final ResourceWatching watching = new ResourceWatching(signals, sessions, later::add);

  @ParameterizedTest
  @ValueSource(strings = {"current", "48", "48/report", "current/timeline"})
  void aChangeOfTheSessionIsTold(String session) {
    // Given
    watch("aidis://session/" + session);
    sessions.has(FakeSessions.changed());
    // When
    signalAndLook();
    // Then
    assertThat(told).hasSize(1);
  }

  @Test
  void aSignalWithoutAChangeIsNotTold() {
    // Given
    watch("aidis://session/current");
    // When
    signalAndLook();
    // Then
    assertThat(told).isEmpty();
  }

  @Test
  void aSessionThatEndsOrBeginsIsAChange() {
    // Given
    watch("aidis://session/current");
    // When
    sessions.hasNoSession();
    signalAndLook();
    sessions.has(FakeSessions.OPEN);
    signalAndLook();
    // Then
    assertThat(told).hasSize(2);
  }

  @Test
  void signalsInABurstMakeOneLook() {
    // Given
    watch("aidis://session/current");
    // When
    signals.signal(ToolBench.ADA.trackerKey());
    signals.signal(ToolBench.ADA.trackerKey());
    // Then
    assertThat(later).hasSize(1);
  }

  @Test
  void statisticsChangeWithEverySignal() {
    // Given
    watch("aidis://stats/week");
    // When
    signalAndLook();
    // Then
    assertThat(told).hasSize(1);
  }

  @Test
  void whileTheDatabaseIsAwayNothingIsTold() {
    // Given
    watch("aidis://session/current");
    sessions.breakDown();
    // When
    signalAndLook();
    // Then
    assertThat(told).isEmpty();
  }

  @Test
  void whoClosesIsNotToldWhatWasOnItsWay() {
    // Given
    Subscription subscription = watch("aidis://session/current");
    sessions.has(FakeSessions.changed());
    signals.signal(ToolBench.ADA.trackerKey());
    // When
    subscription.close();
    later.remove().run();
    // Then
    assertThat(told).isEmpty();
    assertThat(signals.listeners()).isZero();
  }

  @Test
  void whatCannotChangeIsNotWatched() {
    watch("test://static");
    assertThat(signals.listeners()).isZero();
  }

  private Subscription watch(String uri) {
    return watching.watch(ToolBench.ADA, uri, () -> told.add(uri));
  }

  private void signalAndLook() {
    signals.signal(ToolBench.ADA.trackerKey());
    later.remove().run();
  }
}
