package dev.aidis.git;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The deleted and added files of a commit that no rename was found for yet, and the renames. */
final class Candidates {
  private final Set<TreeEntry> sources = new LinkedHashSet<>();
  private final Set<TreeEntry> targets = new LinkedHashSet<>();
  private final Map<TreeEntry, TreeEntry> sourceOfTarget = new LinkedHashMap<>();

  private Candidates() {}

  static Candidates of(List<TreeChange> changes) {
    Candidates candidates = new Candidates();
    for (TreeChange change : changes) {
      if (change.isDeletion()) {
        candidates.sources.add(change.before());
      } else if (change.isAddition()) {
        candidates.targets.add(change.after());
      }
    }
    return candidates;
  }

  Set<TreeEntry> sources() {
    return sources;
  }

  Set<TreeEntry> targets() {
    return targets;
  }

  boolean areExhausted() {
    return sources.isEmpty() || targets.isEmpty();
  }

  void join(TreeEntry source, TreeEntry target) {
    sources.remove(source);
    targets.remove(target);
    sourceOfTarget.put(target, source);
  }

  /** The changes with each pair that was joined as one. */
  List<TreeChange> apply(List<TreeChange> changes) {
    Set<TreeEntry> renamed = Set.copyOf(sourceOfTarget.values());
    List<TreeChange> joined = new ArrayList<>(changes.size());
    for (TreeChange change : changes) {
      TreeEntry source = sourceOfTarget.get(change.after());
      if (change.isAddition() && source != null) {
        joined.add(new TreeChange(source, change.after()));
      } else if (!change.isDeletion() || !renamed.contains(change.before())) {
        joined.add(change);
      }
    }
    return joined;
  }
}
