package dev.aidis.git;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What was counted of a repository up to a measurement: the next one begins there.
 *
 * @param tips the commits that local branches and HEAD stood at
 * @param uncommitted the lines that differed from HEAD, by work tree
 * @param committed of one's own commits since the first measurement, less those taken back
 * @param told the most that there ever was, which is what has been told: lines are never taken back
 *     there, and work that comes back (a stash that is applied again) is not told twice
 */
public record MeasuredState(
    Set<String> tips, Map<String, Lines> uncommitted, Lines committed, Lines told) {

  public MeasuredState {
    tips = Set.copyOf(tips);
    uncommitted = Map.copyOf(uncommitted);
  }

  /** Before anything is counted: what is there already is nobody's news. */
  static MeasuredState beginning(Set<String> tips, String workTree, Lines uncommitted) {
    return new MeasuredState(tips, Map.of(workTree, uncommitted), Lines.NONE, uncommitted);
  }

  /** With a work tree that was not seen before: what is in it already counts as told. */
  MeasuredState knowing(String workTree, Lines there) {
    if (uncommitted.containsKey(workTree)) {
      return this;
    }
    Map<String, Lines> all = new HashMap<>(uncommitted);
    all.put(workTree, there);
    return new MeasuredState(tips, all, committed, told.plus(there));
  }

  /** After a measurement. */
  MeasuredState after(Set<String> nowTips, String workTree, Lines there, Lines newlyCommitted) {
    Map<String, Lines> all = new HashMap<>(uncommitted);
    all.put(workTree, there);
    Lines nowCommitted = committed.plus(newlyCommitted);
    MeasuredState now = new MeasuredState(nowTips, all, nowCommitted, told);
    return new MeasuredState(nowTips, all, nowCommitted, told.max(now.total()));
  }

  private Lines total() {
    return uncommitted.values().stream().reduce(committed, Lines::plus);
  }
}
