package dev.aidis.standalone.failure;

import dev.aidis.domain.SessionRules;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.TrackerKey;
import dev.aidis.standalone.failure.ActivityLog.Told;
import dev.aidis.standalone.failure.UpdatesTopic.Timeout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Finds sessions that were published as timed out though activity that continues them was in the
 * log before their gap had gone by. (What is told later than that is late: it amends the session.)
 */
final class FalseTimeouts {
  private final SessionRules rules;
  private final Map<TrackerKey, NavigableMap<Instant, List<Told>>> byTime = new HashMap<>();

  FalseTimeouts(ActivityLog log, SessionRules rules) {
    this.rules = rules;
    log.byKey()
        .forEach(
            (key, told) -> {
              NavigableMap<Instant, List<Told>> times = new TreeMap<>();
              told.forEach(
                  one ->
                      times
                          .computeIfAbsent(one.activity().occurredAt(), t -> new ArrayList<>())
                          .add(one));
              byTime.put(key, times);
            });
  }

  /**
   * A sentence for each.
   *
   * @param restarts when all processors were started anew: what was in the log by then, however
   *     late, goes before all timeouts after it
   */
  List<String> among(List<Timeout> timeouts, List<Instant> restarts) {
    List<String> found = new ArrayList<>();
    for (Timeout timeout : timeouts) {
      Session session = timeout.session();
      Instant last = session.lastActivityAt();
      Instant inTime = inTime(timeout, restarts);
      byTime
          .getOrDefault(session.trackerKey(), Collections.emptyNavigableMap())
          .subMap(last, true, last.plus(rules.inactivityGap()), true)
          .values()
          .stream()
          .flatMap(List::stream)
          .filter(told -> continues(session, told.activity()))
          .filter(told -> told.appendedAt().isBefore(inTime))
          .map(told -> "%s timed out at %s over %s".formatted(session, timeout.publishedAt(), told))
          .forEach(found::add);
    }
    return found;
  }

  /** Told before this, an activity must have been counted before the timeout. */
  private Instant inTime(Timeout timeout, List<Instant> restarts) {
    Instant due = timeout.session().lastActivityAt().plus(rules.inactivityGap());
    return restarts.stream()
        .filter(timeout.publishedAt()::isAfter)
        .filter(due::isBefore)
        .max(Instant::compareTo)
        .orElse(due);
  }

  private boolean continues(Session session, Activity activity) {
    return activity.position().isAfter(session.last())
        && !activity.type().equals("session_started")
        && !activity.occurredAt().isAfter(session.startedAt().plus(rules.maxLength()));
  }
}
