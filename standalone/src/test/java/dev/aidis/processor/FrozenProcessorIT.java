package dev.aidis.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aidis.processor.timeout.Backlog;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Closure;
import dev.aidis.schemas.ConsumerGroups;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.TrackerKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A processor stands still for so long that another one takes its place, and then goes on where it
 * stood: about to time a session out. It stands still where it is asked how far it has read. In
 * this module because the broker is here.
 */
class FrozenProcessorIT {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Duration GAP = Duration.ofSeconds(1);
  private static final Duration REPLACED_AFTER = Duration.ofSeconds(3);
  private static final TrackerKey KEY = new TrackerKey("ada", TrackerKey.MAIN);

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
  void aReplacedProcessorTimesNothingOutAnyMore() throws InterruptedException {
    // Given: what is to time out was read by an earlier run, so none of it is in a transaction
    Instant lastActivity = CLOCK.instant();
    try (var _ = processor("frozen", partition -> Instant.MIN)) {
      broker.send(List.of(prompt(lastActivity)));
      await().atMost(BrokerFixture.PATIENCE).until(() -> broker.updates().size() == 1);
    }
    CountDownLatch stands = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    Backlog frozen =
        partition -> {
          stands.countDown();
          awaitUninterrupted(goesOn);
          return CLOCK.instant();
        };

    // When
    try (var _ = processor("frozen", frozen)) {
      stands.await();
      try (var _ = processor("other", partition -> CLOCK.instant())) {
        await().atMost(BrokerFixture.PATIENCE).until(() -> timeouts().size() == 1);
        goesOn.countDown();
        await().atMost(BrokerFixture.PATIENCE).until(() -> members() == 2);
      } finally {
        goesOn.countDown();
      }
    }

    // Then
    assertThat(timeouts()).extracting(Session::revision).containsExactly(2L);
  }

  private StreamsRunner processor(String name, Backlog backlog) throws InterruptedException {
    return broker.processor(name, GAP, REPLACED_AFTER, backlog);
  }

  private static Activity prompt(Instant at) {
    return Activity.builder(UUID.randomUUID(), ActivityType.PROMPT_SUBMITTED)
        .occurredAt(at)
        .owner(KEY.owner())
        .machine("desk")
        .build();
  }

  private List<Session> timeouts() {
    return broker.updates().stream()
        .flatMap(update -> update.changed().stream())
        .filter(session -> session.closure() == Closure.TIMED_OUT)
        .toList();
  }

  /** Of a group that is settled; 0 of another one. */
  private int members() throws ExecutionException, InterruptedException {
    ConsumerGroupDescription group =
        broker
            .admin
            .describeConsumerGroups(List.of(ConsumerGroups.PROCESSOR))
            .all()
            .get()
            .values()
            .iterator()
            .next();
    return group.groupState() == GroupState.STABLE ? group.members().size() : 0;
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
