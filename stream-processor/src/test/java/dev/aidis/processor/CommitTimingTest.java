package dev.aidis.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommitTimingTest {
  private final AtomicLong now = new AtomicLong(Duration.ofDays(1).toNanos());
  private final CommitTiming commits = new CommitTiming(now::get);

  @Test
  void withoutAChangeThereIsNothingToCommit() {
    pass(10_000);

    assertThat(commits.isDue()).isFalse();
  }

  @Test
  void aThreadThatHasNothingLeftToDoCommitsAtOnceAndOnlyOnce() {
    commits.changed();

    assertThat(commits.isDue()).isFalse();
    pass(5);
    assertThat(commits.isDue()).isTrue();
    assertThat(commits.isDue()).isFalse();
  }

  @Test
  void aThreadThatAlwaysHasSomethingToDoCommitsEveryQuarterOfASecond() {
    long commitsInTenSeconds =
        IntStream.range(0, 10_000)
            .filter(
                millisecond -> {
                  commits.changed();
                  pass(1);
                  return commits.isDue();
                })
            .count();

    assertThat(commitsInTenSeconds).isEqualTo(40);
  }

  @Test
  void whatOneThreadDidIsNotCommittedByAnother() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(commits::changed);
    other.join();
    pass(10_000);

    assertThat(commits.isDue()).isFalse();
  }

  private void pass(int milliseconds) {
    now.addAndGet(Duration.ofMillis(milliseconds).toNanos());
  }
}
