package dev.aidis.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Joins a deleted and an added file to a rename where git's {@code --find-renames} does by default:
 * equal content first, then files that share a name no other candidate has, then the most similar
 * ones.
 */
final class Renames {
  /** {@code diff.renameLimit}: beyond its square in pairs git does not compare contents. */
  private static final long LIMIT = 1000;

  private final Similarity similarity;

  Renames(BlobReader blobs) {
    this.similarity = new Similarity(blobs);
  }

  List<TreeChange> joined(List<TreeChange> changes) throws IOException {
    Candidates candidates = Candidates.of(changes);
    if (candidates.areExhausted()) {
      return changes;
    }
    joinEqual(candidates);
    joinByName(candidates);
    if (!candidates.areExhausted()
        && (long) candidates.sources().size() * candidates.targets().size() <= LIMIT * LIMIT) {
      joinBySimilarity(candidates);
    }
    similarity.forget();
    return candidates.apply(changes);
  }

  /** Of several deleted files of that content, one of the same name is the source, or the first. */
  private static void joinEqual(Candidates candidates) {
    Map<ObjectId, List<TreeEntry>> byContent = new HashMap<>();
    for (TreeEntry source : candidates.sources()) {
      byContent.computeIfAbsent(source.id(), id -> new ArrayList<>()).add(source);
    }
    for (TreeEntry target : List.copyOf(candidates.targets())) {
      List<TreeEntry> equals = byContent.getOrDefault(target.id(), List.of());
      TreeEntry best = null;
      for (TreeEntry source : equals) {
        if (isOfSameKind(source, target)
            && (best == null || (!sharesName(best, target) && sharesName(source, target)))) {
          best = source;
        }
      }
      if (best != null) {
        equals.remove(best);
        candidates.join(best, target);
      }
    }
  }

  private void joinByName(Candidates candidates) throws IOException {
    Map<String, List<TreeEntry>> targets = byName(candidates.targets());
    for (List<TreeEntry> sources : byName(candidates.sources()).values()) {
      List<TreeEntry> namesakes = targets.getOrDefault(sources.getFirst().baseName(), List.of());
      if (sources.size() == 1 && namesakes.size() == 1) {
        TreeEntry source = sources.getFirst();
        TreeEntry target = namesakes.getFirst();
        if (similarity.between(source, target, Similarity.OF_NAMESAKES)
            >= Similarity.OF_NAMESAKES) {
          candidates.join(source, target);
        }
      }
    }
  }

  private static Map<String, List<TreeEntry>> byName(Set<TreeEntry> entries) {
    Map<String, List<TreeEntry>> byName = new LinkedHashMap<>();
    for (TreeEntry entry : entries) {
      byName.computeIfAbsent(entry.baseName(), name -> new ArrayList<>()).add(entry);
    }
    return byName;
  }

  private void joinBySimilarity(Candidates candidates) throws IOException {
    List<Match> matches = new ArrayList<>();
    for (TreeEntry target : candidates.targets()) {
      BestMatches best = new BestMatches();
      for (TreeEntry source : candidates.sources()) {
        int score = similarity.between(source, target, Similarity.LEAST);
        best.offer(new Match(source, target, score, sharesName(source, target)));
      }
      best.addTo(matches);
    }
    matches.sort(Match.BEST_FIRST);
    Set<TreeEntry> joined = new LinkedHashSet<>();
    for (Match match : matches) {
      if (match.score() >= Similarity.LEAST
          && !joined.contains(match.source())
          && !joined.contains(match.target())) {
        joined.add(match.source());
        joined.add(match.target());
        candidates.join(match.source(), match.target());
      }
    }
  }

  private static boolean isOfSameKind(TreeEntry source, TreeEntry target) {
    return (source.isRegularFile() && target.isRegularFile()) || source.mode() == target.mode();
  }

  private static boolean sharesName(TreeEntry source, TreeEntry target) {
    return source.baseName().equals(target.baseName());
  }
}
