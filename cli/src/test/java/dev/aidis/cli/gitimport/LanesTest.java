package dev.aidis.cli.gitimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.cli.CliException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LanesTest {
  private static final String[] AUTHORS = {"ada", "bob", "cid", "dan", "eve"};

  @Test
  void theActivitiesOfAnOwnerArriveInOrder() {
    // Given
    List<CommitActivity> activities = Commits.activities(20_000, AUTHORS);
    RecordingSender sender = new RecordingSender();

    // When
    try (Lanes lanes = new Lanes(OwnerRule.AUTHOR, sender, receipt -> {})) {
      activities.forEach(lanes::add);
      lanes.finish();
    }

    // Then
    for (String author : AUTHORS) {
      assertThat(sender.shasOf(author))
          .isEqualTo(
              activities.stream()
                  .filter(a -> a.commit().header().authorEmail().equals(author))
                  .map(a -> a.commit().sha())
                  .toList());
    }
  }

  @Test
  void severalRequestsAreUnderWayForSeveralOwners() {
    // Given
    CountDownLatch twoAtOnce = new CountDownLatch(2);
    ActivitySender sender =
        batch -> {
          twoAtOnce.countDown();
          return new Receipt(await(twoAtOnce) ? batch.size() : 0, List.of());
        };
    AtomicInteger accepted = new AtomicInteger();

    // When
    try (Lanes lanes =
        new Lanes(OwnerRule.AUTHOR, sender, receipt -> accepted.addAndGet(receipt.accepted()))) {
      Commits.activities(5_000, AUTHORS).forEach(lanes::add);
      lanes.finish();
    }

    // Then
    assertThat(accepted).hasValue(5_000);
  }

  @Test
  void aBatchHoldsNoMoreThanTheTrackerTakesAndNoneIsEmpty() {
    // Given
    RecordingSender sender = new RecordingSender();

    // When
    try (Lanes lanes = new Lanes(OwnerRule.TRACKER, sender, receipt -> {})) {
      Commits.activities(2_000, "ada").forEach(lanes::add);
      lanes.finish();
    }

    // Then
    assertThat(sender.sizes()).containsExactly(1000, 1000);
  }

  @Test
  void aFailureEndsTheImportHoweverMuchIsStillToBeAdded() {
    // Given
    ActivitySender sender =
        batch -> {
          throw CliException.failure("refused");
        };

    // When
    try (Lanes lanes = new Lanes(OwnerRule.TRACKER, sender, receipt -> {})) {
      // Then
      assertThatThrownBy(
              () -> {
                Commits.activities(20_000, "ada").forEach(lanes::add);
                lanes.finish();
              })
          .isInstanceOf(CliException.class)
          .hasMessage("refused");
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static final class RecordingSender implements ActivitySender {
    private final Map<String, List<String>> shasByAuthor = new HashMap<>();
    private final List<Integer> sizes = new ArrayList<>();

    @Override
    public synchronized Receipt send(List<CommitActivity> batch) {
      sizes.add(batch.size());
      for (CommitActivity activity : batch) {
        shasByAuthor
            .computeIfAbsent(activity.commit().header().authorEmail(), none -> new ArrayList<>())
            .add(activity.commit().sha());
      }
      return new Receipt(batch.size(), List.of());
    }

    synchronized List<String> shasOf(String author) {
      return shasByAuthor.getOrDefault(author, List.of());
    }

    synchronized List<Integer> sizes() {
      return List.copyOf(sizes);
    }
  }
}
