package dev.aidis.cli.gitimport;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Several requests under way at a time, but the activities of one owner always in order. */
final class Lanes implements AutoCloseable {
  private static final int COUNT = 4;

  private final OwnerRule ownerRule;
  private final List<Lane> lanes = new ArrayList<>();

  /**
   * @param receipts told of each batch, by several threads at a time
   */
  Lanes(OwnerRule ownerRule, ActivitySender sender, Consumer<Receipt> receipts) {
    this.ownerRule = ownerRule;
    for (int i = 0; i < COUNT; i++) {
      lanes.add(new Lane("send-" + i, sender, receipts));
    }
  }

  void add(CommitActivity activity) {
    String owner = ownerRule.ownerOf(activity.commit().header().authorEmail());
    lanes.get(Math.floorMod(owner.hashCode(), COUNT)).add(activity);
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
