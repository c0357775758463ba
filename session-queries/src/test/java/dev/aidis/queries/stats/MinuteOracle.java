package dev.aidis.queries.stats;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows what an owner did minute by minute: sessions and statistics without any arithmetic of
 * ranges, for activities at full minutes.
 */
final class MinuteOracle {
  private static final long GAP_MINUTES = 120;
  private static final long MOST_MINUTES = 24 * 60;

  private final ZoneId zone;
  private final List<Known> sessions = new ArrayList<>();
  private final Set<Long> workedMinutes = new TreeSet<>();

  /** A session as far as the oracle knows it. */
  static final class Known {
    private final long start;
    private long worked;
    private final Map<ActivityType, Long> counts = new HashMap<>();

    private Known(long start) {
      this.start = start;
    }

    private long count(ActivityType type) {
      return counts.getOrDefault(type, 0L);
    }
  }

  /** An hour of the week. */
  record Hour(DayOfWeek weekday, int hour) {}

  MinuteOracle(ZoneId zone) {
    this.zone = zone;
  }

  /** What happened in one workspace, in time order. */
  void see(List<Activity> activities) {
    Activity before = null;
    Known session = null;
    for (Activity activity : activities) {
      long at = minute(activity);
      if (before == null
          || session == null
          || before.kind() == ActivityType.SESSION_ENDED
          || at - minute(before) > GAP_MINUTES
          || isTooLong(session, activity)) {
        session = new Known(at);
        sessions.add(session);
      } else if (before.kind() != ActivityType.SESSION_PAUSED) {
        for (long minute = minute(before); minute < at; minute++) {
          workedMinutes.add(minute);
          session.worked++;
        }
      }
      session.counts.merge(activity.kind(), 1L, Long::sum);
      before = activity;
    }
  }

  /** An end belongs to what it ends, however long that was. */
  private static boolean isTooLong(Known session, Activity activity) {
    return minute(activity) - session.start > MOST_MINUTES
        && activity.kind() != ActivityType.SESSION_ENDED;
  }

  private static long minute(Activity activity) {
    return activity.occurredAt().getEpochSecond() / 60;
  }

  SortedMap<LocalDate, Duration> days(DateRange range) {
    return worked(range)
        .collect(
            Collectors.groupingBy(
                ZonedDateTime::toLocalDate,
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.counting(), Duration::ofMinutes)));
  }

  Map<Hour, Duration> week(DateRange range) {
    return worked(range)
        .collect(
            Collectors.groupingBy(
                time -> new Hour(time.getDayOfWeek(), time.getHour()),
                Collectors.collectingAndThen(Collectors.counting(), Duration::ofMinutes)));
  }

  private Stream<ZonedDateTime> worked(DateRange range) {
    return workedMinutes.stream()
        .map(this::local)
        .filter(time -> range.contains(time.toLocalDate()));
  }

  /** Sessions by the day they began on. */
  Map<LocalDate, Long> begun(DateRange range) {
    return begunIn(range).stream()
        .collect(
            Collectors.groupingBy(
                session -> local(session.start).toLocalDate(), Collectors.counting()));
  }

  long total(DateRange range, ActivityType type) {
    return begunIn(range).stream().mapToLong(session -> session.count(type)).sum();
  }

  /** Of all sessions that began in the range, in minutes. */
  long minutesOfSessions(DateRange range) {
    return begunIn(range).stream().mapToLong(session -> session.worked).sum();
  }

  private List<Known> begunIn(DateRange range) {
    return sessions.stream()
        .filter(session -> range.contains(local(session.start).toLocalDate()))
        .toList();
  }

  private ZonedDateTime local(long minute) {
    return Instant.ofEpochSecond(minute * 60).atZone(zone);
  }
}
