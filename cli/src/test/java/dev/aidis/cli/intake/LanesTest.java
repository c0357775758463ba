package dev.aidis.cli.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.cli.CliException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LanesTest {
  private static final List<String> OWNERS = List.of("ada", "bob", "cid", "dan", "eve");
  private static final int EACH = 4_001;

  @Test
  void theActivitiesOfAnOwnerArriveInOrder() {
    // Given
    List<RecordingSender> senders = Stream.generate(RecordingSender::new).limit(4).toList();

    // When
    try (Lanes lanes = new Lanes(senders)) {
      for (int i = 0; i < EACH; i++) {
        for (String owner : OWNERS) {
          lanes.add(owner, owner + " " + i);
        }
      }
      lanes.finish();
    }

    // Then
    for (String owner : OWNERS) {
      assertThat(senders.stream().map(sender -> sender.linesOf(owner)).filter(l -> !l.isEmpty()))
          .containsExactly(IntStream.range(0, EACH).mapToObj(i -> owner + " " + i).toList());
    }
    assertThat(senders).allMatch(sender -> sender.flushed);
  }

  @Test
  void severalRequestsAreUnderWayForSeveralOwners() {
    // Given
    CountDownLatch twoAtOnce = new CountDownLatch(2);
    LineSender sender = new WaitingSender(twoAtOnce);

    // When
    try (Lanes lanes = new Lanes(List.of(sender, sender))) {
      lanes.add("a", "one");
      lanes.add("b", "two");
      lanes.finish();
    }

    // Then
    assertThat(twoAtOnce.getCount()).isZero();
  }

  @Test
  void aFailureEndsTheImportHoweverMuchIsStillToBeAdded() {
    try (Lanes lanes = new Lanes(List.of(new RefusingSender()))) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 20_000; i++) {
                  lanes.add("ada", "line");
                }
                lanes.finish();
              })
          .isInstanceOf(CliException.class)
          .hasMessage("refused");
    }
  }

  private static final class RecordingSender implements LineSender {
    private final List<String> lines = new ArrayList<>();
    private volatile boolean flushed;

    @Override
    public void add(String line) {
      lines.add(line);
    }

    @Override
    public void flush() {
      flushed = true;
    }

    List<String> linesOf(String owner) {
      return lines.stream().filter(line -> line.startsWith(owner)).toList();
    }
  }

  private record WaitingSender(CountDownLatch latch) implements LineSender {
    @Override
    public void add(String line) {
      latch.countDown();
      try {
        if (!latch.await(30, TimeUnit.SECONDS)) {
          throw new IllegalStateException("the other lane does not send");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void flush() {}
  }

  private static final class RefusingSender implements LineSender {
    @Override
    public void add(String line) {
      throw CliException.failure("refused");
    }

    @Override
    public void flush() {}
  }
}
