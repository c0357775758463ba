package dev.aidis.processor.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommitTimingTest {
  private static final int TASK = 3;

  private final AtomicLong now = new AtomicLong(Duration.ofDays(1).toNanos());
  private final CommitTiming commits = new CommitTiming(now::get);

  @Test
  void withoutAChangeThereIsNothingToCommit() {
    pass(10_000);

    assertThat(commits.isDue(TASK)).isFalse();
  }

  @Test
  void aThreadThatHasNothingLeftToDoCommitsAtOnceAndOnlyOnce() {
    commits.changed();

    assertThat(commits.isDue(TASK)).isFalse();
    pass(5);
    assertThat(commits.isDue(TASK)).isTrue();
    assertThat(commits.isDue(TASK)).isFalse();
  }

  @Test
  void aThreadThatAlwaysHasSomethingToDoCommitsEveryQuarterOfASecond() {
    long commitsInTenSeconds =
        IntStream.range(0, 10_000)
            .filter(
                millisecond -> {
                  commits.changed();
                  pass(1);
                  return commits.isDue(TASK);
                })
            .count();

    assertThat(commitsInTenSeconds).isEqualTo(40);
  }

  @Test
  void whereCommitsTakeLongTheyBecomeFewer() {
    // Given an activity every 10 ms, and commits of 100 ms
    int commitsInTenSeconds = 0;
    for (int passed = 0; passed < 10_000; ) {
      commits.changed();
      pass(10);
      passed += 10;
      if (commits.isDue(TASK)) {
        commitsInTenSeconds++;
        assertThat(commits.isDue(TASK + 1)).as("another task, before the commit").isFalse();
        pass(100);
        passed += 100;
      }
    }

    // Then they take about a third of the time, instead of nearly all of it
    assertThat(commitsInTenSeconds).isBetween(25, 35);
  }

  @Test
  void oneThatTookForeverHoldsTheNextUpNoLonger() {
    commits.changed();
    pass(5);
    assertThat(commits.isDue(TASK)).isTrue();
    pass(60_000);
    commits.changed();

    assertThat(commits.isDue(TASK)).isFalse();
    pass(5);
    assertThat(commits.isDue(TASK)).isTrue();
  }

  @Test
  void whatOneThreadDidIsNotCommittedByAnother() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(commits::changed);
    other.join();
    pass(10_000);

    assertThat(commits.isDue(TASK)).isFalse();
  }

  private void pass(int milliseconds) {
    now.addAndGet(Duration.ofMillis(milliseconds).toNanos());
  }
}
