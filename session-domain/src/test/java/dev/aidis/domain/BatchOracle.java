package dev.aidis.domain;

import dev.aidis.schemas.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a set of activities, computed the plain way: sort them all, walk once, count what
 * each session holds. Shares no code with the fold; this is what the fold is proved against.
 */
public final class BatchOracle {
  /** What is compared: all that does not depend on the order of arrival. */
  public record Expected(
      List<UUID> activities,
      Instant startedAt,
      Instant lastAt,
      String closedBy,
      Duration active,
      Duration paused,
      @Nullable String goal,
      @Nullable String verdict,
      @Nullable String project,
      List<String> tags,
      List<String> machines,
      Map<String, Long> models,
      Map<String, Long> counts) {}

  /** Time, then starts before others before ends, then the id as hexadecimal digits. */
  private static final Comparator<Activity> ORDER =
      Comparator.comparing(Activity::occurredAt)
          .thenComparingInt(BatchOracle::rank)
          .thenComparing(activity -> activity.id().toString());

  private static final List<String> USAGE =
      List.of(
          "input_tokens",
          "output_tokens",
          "cache_read_tokens",
          "cache_creation_tokens",
          "cost_micro_usd");

  private final SessionRules rules;

  public BatchOracle(SessionRules rules) {
    this.rules = rules;
  }

  /**
   * In time order; ends that close nothing are in none, unless a join takes back the one before.
   */
  public List<Expected> sessionsOf(Collection<Activity> stream) {
    Map<UUID, Activity> distinct = new HashMap<>();
    stream.forEach(activity -> distinct.putIfAbsent(activity.id(), activity));
    List<Expected> sessions = new ArrayList<>();
    List<Activity> open = new ArrayList<>();
    List<Activity> idleEnds = new ArrayList<>();
    boolean ended = false;
    for (Activity activity : distinct.values().stream().sorted(ORDER).toList()) {
      boolean inReach = !open.isEmpty() && !apart(open.getLast(), activity, rules.inactivityGap());
      boolean tooLong = !open.isEmpty() && apart(open.getFirst(), activity, rules.maxLength());
      if (activity.type().equals("session_ended")) {
        if (ended) {
          idleEnds.add(activity);
        } else if (inReach) {
          open.add(activity);
          ended = true;
        }
        continue;
      }
      String cut = "nothing";
      if (ended) {
        boolean takenBack = activity.type().equals("session_joined") && inReach && !tooLong;
        cut = takenBack ? null : "end";
      } else if (inReach) {
        String by = activity.type().equals("session_started") ? "start" : "length";
        cut = tooLong || starts(activity, open) ? by : null;
      }
      if (cut == null) {
        open.addAll(idleEnds);
      } else if (!open.isEmpty()) {
        sessions.add(expected(open, cut));
        open = new ArrayList<>();
      }
      idleEnds.clear();
      ended = false;
      open.add(activity);
    }
    if (!open.isEmpty()) {
      sessions.add(expected(open, ended ? "end" : "nothing"));
    }
    return sessions;
  }

  /** Whether it is a start that cuts: not after nothing but connections, nor right after a join. */
  private static boolean starts(Activity activity, List<Activity> open) {
    return activity.type().equals("session_started")
        && !open.stream().allMatch(a -> a.type().equals("client_connected"))
        && !open.getLast().type().equals("session_joined");
  }

  private static boolean apart(Activity a, Activity b, Duration limit) {
    return b.occurredAt().toEpochMilli() - a.occurredAt().toEpochMilli() > limit.toMillis();
  }

  private static int rank(Activity activity) {
    return switch (activity.type()) {
      case "session_started" -> 0;
      case "session_ended" -> 2;
      case "session_joined" -> 3;
      default -> 1;
    };
  }

  private Expected expected(List<Activity> in, String closedBy) {
    long activeMs = 0;
    long pausedMs = 0;
    for (int i = 1; i < in.size(); i++) {
      long gap = in.get(i).occurredAt().toEpochMilli() - in.get(i - 1).occurredAt().toEpochMilli();
      if (in.get(i - 1).type().equals("session_paused")) {
        pausedMs += gap;
      } else if (gap <= rules.activeGap().toMillis()) {
        activeMs += gap;
      }
    }
    return new Expected(
        in.stream().map(Activity::id).toList(),
        in.getFirst().occurredAt(),
        in.getLast().occurredAt(),
        closedBy,
        Duration.ofMillis(activeMs),
        Duration.ofMillis(pausedMs),
        lastTold(
            in,
            a ->
                a.type().equals("goal_set") || a.type().equals("session_started")
                    ? a.body()
                    : null),
        last(in, BatchOracle::verdict),
        lastTold(in, Activity::project),
        tags(in),
        List.copyOf(
            in.stream().map(Activity::machine).collect(Collectors.toCollection(TreeSet::new))),
        in.stream()
            .filter(a -> a.aiModel() != null)
            .collect(Collectors.groupingBy(Activity::aiModel, Collectors.counting())),
        counts(in));
  }

  /** Those that were added last, not removed. */
  private static List<String> tags(List<Activity> in) {
    Map<String, String> lastDone = new TreeMap<>();
    for (Activity a : in) {
      if (List.of("tags_added", "tags_removed", "session_started").contains(a.type())) {
        a.tags().forEach(tag -> lastDone.put(tag, a.type()));
      }
    }
    return lastDone.keySet().stream()
        .filter(tag -> !"tags_removed".equals(lastDone.get(tag)))
        .toList();
  }

  private static @Nullable String lastTold(
      List<Activity> in, Function<Activity, @Nullable String> value) {
    return last(in.stream().sorted(Comparator.comparing(BatchOracle::toldAt)).toList(), value);
  }

  /** A mend of goal or project is told when it was made, after all else of that millisecond. */
  private static Instant toldAt(Activity activity) {
    String mended = activity.attributes().getOrDefault("mendedAt", "");
    boolean mends =
        List.of("goal_set", "project_switched").contains(activity.type()) && mended.startsWith("2");
    Instant at = activity.occurredAt();
    return !mends || Instant.parse(mended).isBefore(at) ? at : Instant.parse(mended).plusNanos(1);
  }

  private static @Nullable String last(
      List<Activity> in, Function<Activity, @Nullable String> value) {
    String last = null;
    for (Activity activity : in) {
      String told = value.apply(activity);
      last = told == null ? last : told;
    }
    return last;
  }

  private static @Nullable String verdict(Activity activity) {
    String told = activity.attributes().get("verdict");
    return activity.type().equals("goal_evaluated")
            && told != null
            && List.of("yes", "partial", "no").contains(told)
        ? told + ": " + activity.body()
        : null;
  }

  private static Map<String, Long> counts(List<Activity> in) {
    Map<String, Long> counts = new HashMap<>();
    counts.put("activities", (long) in.size());
    Map<UUID, String> tasks = new HashMap<>();
    HashSet<String> files = new HashSet<>();
    for (Activity a : in) {
      counts.merge(a.type(), 1L, Long::sum);
      if (a.type().equals("file_modified") || a.type().equals("code_measured")) {
        String by = a.aiInvolved() ? "ai" : "human";
        counts.merge("added_" + by, a.linesAdded() == null ? 0L : a.linesAdded(), Long::sum);
        counts.merge("removed_" + by, a.linesRemoved() == null ? 0L : a.linesRemoved(), Long::sum);
      }
      if (a.type().equals("file_modified") && a.filePath() != null) {
        files.add(a.filePath());
      }
      if (a.type().startsWith("task_") && a.taskId() != null) {
        String first = a.taskStatus() == null ? "task_todo" : "task_" + a.taskStatus();
        tasks.put(a.taskId(), a.type().equals("task_created") ? first : a.type());
      }
    }
    for (String kind : USAGE) {
      counts.put(kind, in.stream().mapToLong(a -> used(a, kind)).sum());
    }
    counts.put("files", (long) files.size());
    counts.put("todo", tasks.values().stream().filter("task_todo"::equals).count());
    counts.put("in_progress", tasks.values().stream().filter("task_in_progress"::equals).count());
    counts.put(
        "completed",
        tasks.values().stream().filter("task_completed"::equals).count()
            + in.stream()
                .filter(a -> a.type().equals("task_completed") && a.taskId() == null)
                .count());
    return counts;
  }

  private static long used(Activity activity, String kind) {
    String told = activity.attributes().getOrDefault(kind, "");
    return activity.type().equals("tokens_used") && told.matches("[0-9]{1,12}")
        ? Long.parseLong(told)
        : 0;
  }
}
