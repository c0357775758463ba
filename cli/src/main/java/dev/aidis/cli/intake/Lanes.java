package dev.aidis.cli.intake;

import java.util.List;
import java.util.stream.IntStream;

/** Several requests under way at a time, but the activities of one owner always in order. */
final class Lanes implements AutoCloseable {
  private final List<Lane> lanes;

  /**
   * @param senders one for each lane
   */
  Lanes(List<? extends LineSender> senders) {
    lanes =
        IntStream.range(0, senders.size())
            .mapToObj(i -> new Lane("send-" + i, senders.get(i)))
            .toList();
  }

  void add(String owner, String line) {
    lanes.get(Math.floorMod(owner.hashCode(), lanes.size())).add(line);
  }

  /** Returns when everything added is sent. */
  void finish() {
    lanes.forEach(Lane::end);
    lanes.forEach(Lane::await);
  }

  @Override
  public void close() {
    lanes.forEach(Lane::stop);
  }
}
