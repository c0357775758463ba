package dev.aidis.processor;

import static org.awaitility.Awaitility.await;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Closure;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where nothing more is recorded, sessions time out: the processor knows that it has read all. In
 * this module because the broker is here.
 */
class QuietPartitionIT {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Duration GAP = Duration.ofSeconds(1);

  @TempDir Path directory;
  private BrokerFixture broker;

  @BeforeEach
  void startBroker() throws ExecutionException, InterruptedException {
    broker = new BrokerFixture(directory);
  }

  @AfterEach
  void stopBroker() {
    broker.close();
  }

  @Test
  void aSessionTimesOutThoughTheSettingTellsMorePartitionsThanTheTopicHas() {
    // Given
    try (var _ = broker.service(GAP, 24)) {

      // When
      broker.send(List.of(prompt()));

      // Then
      await().atMost(BrokerFixture.PATIENCE).until(this::hasTimedOut);
    }
  }

  @Test
  void whatWasTakenBackHoldsUpNoTimeoutAndIsNotWaitedFor() throws InterruptedException {
    // Given a session that was read by an earlier run, and what was taken back since
    try (var _ =
        broker.processor("earlier", GAP, BrokerFixture.PATIENCE, partition -> Instant.MIN)) {
      broker.send(List.of(prompt()));
      await().atMost(BrokerFixture.PATIENCE).until(() -> broker.updates().size() == 1);
    }
    broker.sendAndTakeBack(List.of(prompt(), prompt()));

    // When
    try (var _ = broker.service(GAP, 1)) {

      // Then
      await().atMost(BrokerFixture.PATIENCE).until(() -> broker.behind() == 0);
      await().atMost(BrokerFixture.PATIENCE).until(this::hasTimedOut);
    }
  }

  private boolean hasTimedOut() {
    return broker.updates().stream()
        .flatMap(update -> update.changed().stream())
        .anyMatch(session -> session.closure() == Closure.TIMED_OUT);
  }

  private static Activity prompt() {
    return Activity.builder(UUID.randomUUID(), ActivityType.PROMPT_SUBMITTED)
        .occurredAt(CLOCK.instant())
        .owner("ada")
        .machine("desk")
        .build();
  }
}
