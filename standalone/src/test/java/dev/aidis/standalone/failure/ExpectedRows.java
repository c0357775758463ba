package dev.aidis.standalone.failure;

import dev.aidis.domain.BatchOracle;
import dev.aidis.domain.BatchOracle.Expected;
import dev.aidis.domain.SessionRules;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.TrackerKey;
import dev.aidis.standalone.failure.ActivityLog.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the database must hold when all of a log has been processed: boundaries, counters and
 * assignments by {@link BatchOracle}, ids by {@link UndisturbedFold}.
 */
final class ExpectedRows {
  private static final Set<String> TOUCHES_A_FILE =
      Set.of("file_modified", "file_mentioned", "code_measured");

  private final SessionRules rules;
  private final Instant now;
  private final List<String> sessions = new ArrayList<>();
  private final List<String> activities = new ArrayList<>();
  private final List<String> files = new ArrayList<>();

  private ExpectedRows(SessionRules rules, Instant now) {
    this.rules = rules;
    this.now = now;
  }

  /**
   * @param now by which sessions time out
   */
  static ExpectedRows of(ActivityLog log, SessionRules rules, Instant now) {
    ExpectedRows rows = new ExpectedRows(rules, now);
    BatchOracle oracle = new BatchOracle(rules);
    log.byKey()
        .forEach(
            (key, told) ->
                rows.add(
                    key,
                    told,
                    oracle.sessionsOf(told.stream().map(Told::activity).toList()),
                    UndisturbedFold.sessionsOf(told, rules)));
    rows.sessions.sort(null);
    rows.activities.sort(null);
    rows.files.sort(null);
    return rows;
  }

  /** As {@link ActualRows#SESSIONS} gives them. */
  List<String> sessions() {
    return sessions;
  }

  /** As {@link ActualRows#ACTIVITIES} gives them. */
  List<String> activities() {
    return activities;
  }

  /** As {@link ActualRows#FILES} gives them. */
  List<String> files() {
    return files;
  }

  private void add(
      TrackerKey key, List<Told> told, List<Expected> expected, Map<UUID, UUID> sessionIds) {
    Map<UUID, Activity> byId = new HashMap<>();
    told.forEach(one -> byId.putIfAbsent(one.activity().id(), one.activity()));
    Set<UUID> inNone = new HashSet<>(byId.keySet());
    for (Expected session : expected) {
      UUID id = sessionIds.get(session.activities().getFirst());
      List<Activity> held = session.activities().stream().map(byId::get).toList();
      sessions.add(sessionRow(id, key, session, held));
      held.forEach(activity -> activities.add(activity.id() + "|" + id));
      session.activities().forEach(inNone::remove);
      addFiles(id, held);
    }
    inNone.forEach(activity -> activities.add(activity + "|null"));
  }

  private String sessionRow(
      @Nullable UUID id, TrackerKey key, Expected session, List<Activity> held) {
    String status = statusOf(session, held.getLast());
    boolean open = status.equals("active") || status.equals("paused");
    Map<String, Long> counts = session.counts();
    List<Object> columns = new ArrayList<>();
    columns.addAll(List.of(String.valueOf(id), key.owner(), key.workspace()));
    columns.add(session.startedAt().toEpochMilli());
    columns.add(session.lastAt().toEpochMilli());
    columns.add(open ? "null" : session.lastAt().toEpochMilli());
    columns.add(status);
    Duration wall = Duration.between(session.startedAt(), session.lastAt());
    columns.add(wall.minus(session.paused()).toMinutes());
    columns.add(session.active().toMinutes());
    columns.add(session.paused().toMinutes());
    columns.add(String.valueOf(session.goal()));
    columns.add(String.valueOf(session.project()));
    columns.add(String.join(",", session.tags()));
    columns.add(String.join(",", session.machines()));
    columns.add(
        new TreeMap<>(session.models())
            .entrySet().stream()
                .map(use -> use.getKey() + "=" + use.getValue())
                .collect(Collectors.joining(",")));
    for (String counted : ActualRows.COUNTED) {
      columns.add(counts.getOrDefault(counted, 0L));
    }
    columns.add(String.valueOf(session.verdict()));
    columns.add(
        held.stream()
            .filter(activity -> activity.type().equals("file_modified"))
            .map(activity -> String.valueOf(activity.filePath()))
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(",")));
    return columns.stream().map(String::valueOf).collect(Collectors.joining("|"));
  }

  private String statusOf(Expected session, Activity last) {
    if (!session.closedBy().equals("nothing")) {
      return "ended";
    }
    if (now.isAfter(session.lastAt().plus(rules.inactivityGap()))) {
      return "timeout";
    }
    return last.type().equals("session_paused") ? "paused" : "active";
  }

  private void addFiles(@Nullable UUID session, List<Activity> held) {
    Map<String, List<Activity>> byPath = new HashMap<>();
    for (Activity activity : held) {
      if (TOUCHES_A_FILE.contains(activity.type()) && activity.filePath() != null) {
        byPath.computeIfAbsent(activity.filePath(), path -> new ArrayList<>()).add(activity);
      }
    }
    byPath.forEach((path, of) -> files.add(session + "|" + path + "|" + fileColumns(of)));
  }

  /** Of activities in time order. */
  private static String fileColumns(List<Activity> of) {
    List<Activity> modified =
        of.stream().filter(activity -> activity.type().equals("file_modified")).toList();
    List<Activity> changed =
        of.stream().filter(activity -> !activity.type().equals("file_mentioned")).toList();
    return "%d|%d|%d|%d|%s|%s"
        .formatted(
            modified.size(),
            of.size() - changed.size(),
            changed.stream().mapToLong(a -> a.linesAdded() == null ? 0 : a.linesAdded()).sum(),
            changed.stream().mapToLong(a -> a.linesRemoved() == null ? 0 : a.linesRemoved()).sum(),
            modified.isEmpty() ? null : modified.getFirst().occurredAt().toEpochMilli(),
            modified.isEmpty() ? null : modified.getLast().occurredAt().toEpochMilli());
  }
}
