package dev.aidis.domain;

import dev.aidis.schemas.ModelUse;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins the models used in two parts of a session. */
final class ModelUses {
  private static final Comparator<ModelUse> BY_FIRST_USE =
      Comparator.comparing(ModelUse::firstAt).thenComparing(ModelUse::model);

  private ModelUses() {}

  /** One entry a model, by first use; at most {@link Sorted#MAX}. */
  static List<ModelUse> union(List<ModelUse> a, List<ModelUse> b) {
    if (b.isEmpty()) {
      return a;
    }
    if (a.isEmpty()) {
      return b;
    }
    if (a.size() == 1 && b.size() == 1 && a.getFirst().model().equals(b.getFirst().model())) {
      return List.of(plus(a.getFirst(), b.getFirst()));
    }
    Map<String, ModelUse> uses = HashMap.newHashMap(a.size() + b.size());
    a.forEach(use -> uses.put(use.model(), use));
    b.forEach(use -> uses.merge(use.model(), use, ModelUses::plus));
    return uses.values().stream().sorted(BY_FIRST_USE).limit(Sorted.MAX).toList();
  }

  private static ModelUse plus(ModelUse a, ModelUse b) {
    Instant first = a.firstAt().isBefore(b.firstAt()) ? a.firstAt() : b.firstAt();
    Instant last = a.lastAt().isAfter(b.lastAt()) ? a.lastAt() : b.lastAt();
    String provider = greater(a.provider(), b.provider());
    return new ModelUse(a.model(), provider, first, last, a.activities() + b.activities());
  }

  /** Which of two providers of one model name is kept must not depend on the order they came in. */
  private static @org.jspecify.annotations.Nullable String greater(
      @org.jspecify.annotations.Nullable String a, @org.jspecify.annotations.Nullable String b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.compareTo(b) >= 0 ? a : b;
  }
}
