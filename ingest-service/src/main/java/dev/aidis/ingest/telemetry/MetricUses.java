package dev.aidis.ingest.telemetry;

import dev.aidis.schemas.TokenUsage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the points of one export tell: one use for each model of a session. Active time and lines
 * belong to no model; they go to the first one, or are told alone.
 */
final class MetricUses {
  private static final Comparator<Group> BY_MODEL =
      Comparator.comparing((Group group) -> group.model() == null)
          .thenComparing(group -> String.valueOf(group.model()));

  private MetricUses() {}

  private record Export(@Nullable String session, Instant end) {}

  private record Group(@Nullable String session, @Nullable String model, Instant end) {}

  /** In no particular order. */
  static List<Use> of(List<MetricPoint> points) {
    Map<Export, SortedMap<Group, List<MetricPoint>>> exports = new HashMap<>();
    for (MetricPoint point : points) {
      if (point.value().signum() > 0) {
        Group group = new Group(point.session(), point.attributes().name("model"), point.end());
        exports
            .computeIfAbsent(
                new Export(group.session(), group.end()), export -> new TreeMap<>(BY_MODEL))
            .computeIfAbsent(group, fresh -> new ArrayList<>())
            .add(point);
      }
    }
    return exports.values().stream().flatMap(groups -> uses(groups).stream()).toList();
  }

  private static List<Use> uses(SortedMap<Group, List<MetricPoint>> groups) {
    List<MetricPoint> first = groups.values().iterator().next();
    Group last = groups.lastKey();
    List<MetricPoint> ofNoModel =
        last.model() == null && groups.size() > 1 ? groups.remove(last) : null;
    if (ofNoModel != null) {
      first.addAll(ofNoModel);
    }
    List<Use> uses = new ArrayList<>();
    groups.forEach((group, points) -> uses.add(use(group, points)));
    return uses;
  }

  private static Use use(Group group, List<MetricPoint> points) {
    return new Use(
        points.stream()
            .map(point -> point.series() + "-" + point.end())
            .sorted()
            .collect(Collectors.joining("|", "metrics:", "")),
        null,
        group.session(),
        group.model(),
        points.stream().map(MetricPoint::start).min(Comparator.naturalOrder()).orElseThrow(),
        group.end(),
        usage(points),
        points.getFirst().attributes(),
        notes(points));
  }

  private static TokenUsage usage(List<MetricPoint> points) {
    return new TokenUsage(
        Amounts.whole(sum(points, MetricPoint.TOKENS, "input")),
        Amounts.whole(sum(points, MetricPoint.TOKENS, "output")),
        Amounts.whole(sum(points, MetricPoint.TOKENS, "cacheRead")),
        Amounts.whole(sum(points, MetricPoint.TOKENS, "cacheCreation")),
        Amounts.microsOf(sum(points, MetricPoint.COST, null)));
  }

  private static Map<String, String> notes(List<MetricPoint> points) {
    Map<String, String> notes = new HashMap<>();
    BigDecimal seconds = sum(points, MetricPoint.ACTIVE_TIME, null);
    if (seconds.signum() > 0) {
      notes.put(Use.ACTIVE_SECONDS, Amounts.seconds(seconds));
    }
    note(notes, "lines_added", sum(points, MetricPoint.LINES, "added"));
    note(notes, "lines_removed", sum(points, MetricPoint.LINES, "removed"));
    return notes;
  }

  private static void note(Map<String, String> notes, String name, BigDecimal count) {
    if (count.signum() > 0) {
      notes.put(name, Long.toString(Amounts.whole(count)));
    }
  }

  /**
   * @param type of the points; any if absent
   */
  private static BigDecimal sum(List<MetricPoint> points, String metric, @Nullable String type) {
    return points.stream()
        .filter(point -> point.metric().equals(metric))
        .filter(point -> type == null || type.equals(point.attributes().name("type")))
        .map(MetricPoint::value)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
