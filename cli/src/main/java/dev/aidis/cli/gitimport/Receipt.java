package dev.aidis.cli.gitimport;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a batch.
 *
 * @param refusals the tracker's reasons, one for each activity it refused
 */
record Receipt(int accepted, List<String> refusals) {
  Receipt {
    refusals = List.copyOf(refusals);
  }

  Receipt plus(Receipt other) {
    List<String> all = new ArrayList<>(refusals);
    all.addAll(other.refusals);
    return new Receipt(accepted + other.accepted, all);
  }
}
