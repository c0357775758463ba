package dev.aidis.sink.write;

import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The months that a batch reads or writes activities of: those of its activities, and those in
 * which its sessions lie, whose files and notes may have to be made anew from all their activities.
 */
final class TouchedMonths {
  /** Where sessions are cut anew, the old ones may have reached further; by a day at most. */
  private static final Duration FURTHER = Duration.ofDays(1);

  private TouchedMonths() {}

  static SortedSet<YearMonth> by(List<SessionUpdate> updates) {
    SortedSet<YearMonth> months = new TreeSet<>();
    for (SessionUpdate update : updates) {
      if (update.activity() != null) {
        months.add(month(update.activity().occurredAt()));
      }
      boolean recut = update.resegmented() || !update.absorbed().isEmpty();
      for (Session session : update.changed()) {
        Duration further = recut ? FURTHER : Duration.ZERO;
        YearMonth last = month(session.lastActivityAt().plus(further));
        YearMonth first = month(session.startedAt().minus(further));
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
          months.add(month);
        }
      }
    }
    return months;
  }

  private static YearMonth month(Instant time) {
    return YearMonth.from(time.atOffset(ZoneOffset.UTC));
  }
}
