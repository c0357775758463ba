package dev.aidis.queries.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.queries.Scope;
import dev.aidis.queries.TestDatabase;
import dev.aidis.queries.Tracker;
import dev.aidis.queries.patterns.HourCell;
import dev.aidis.queries.patterns.PatternQueries;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Ids;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Statistics of random work in several workspaces at once, over midnight and over changes of the
 * clock, are those that an oracle counts minute by minute.
 */
class RandomStatisticsIT {
  private static final int SEEDS = 30;
  private static final List<String> WORKSPACES = List.of("main", "side", "third");

  /** With half an hour of summer time, summer time that begins at midnight, odd offsets, none. */
  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "America/New_York",
          "Australia/Lord_Howe",
          "America/Santiago",
          "Asia/Kathmandu",
          "Pacific/Kiritimati",
          "UTC");

  private static final List<ActivityType> TYPES =
      List.of(
          ActivityType.HEARTBEAT,
          ActivityType.PROMPT_SUBMITTED,
          ActivityType.TASK_CREATED,
          ActivityType.TOOL_USED,
          ActivityType.SESSION_PAUSED,
          ActivityType.SESSION_ENDED);

  private static final DataSource DATABASE = TestDatabase.migrated();

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theyAreThoseOfTheOracle(long seed) throws SQLException {
    // Given
    Random random = new Random(seed);
    ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    Instant start = aroundAChange(zone, random);
    MinuteOracle oracle = new MinuteOracle(zone);
    String owner = "owner-" + seed;
    for (String workspace : WORKSPACES) {
      oracle.see(work(new Tracker(owner, workspace), owner + "/" + workspace + " ", start, random));
    }
    LocalDate first = start.atZone(zone).toLocalDate().plusDays(random.nextInt(3));
    DateRange range = new DateRange(first, first.plusDays(random.nextInt(5)));

    // When
    Statistics statistics = new StatsQueries(DATABASE).of(Scope.of(owner), range, zone);
    List<HourCell> week = new PatternQueries(DATABASE).of(Scope.of(owner), range, zone).week();

    // Then
    String told = "seed " + seed + ", " + zone + ", " + range;
    assertThat(clock(statistics)).as(told).isEqualTo(oracle.days(range));
    assertThat(hours(week)).as(told).isEqualTo(oracle.week(range));
    assertThat(begun(statistics)).as(told).isEqualTo(oracle.begun(range));
    assertSums(statistics, oracle, told);
  }

  private static void assertSums(Statistics statistics, MinuteOracle oracle, String told) {
    DateRange range = statistics.range();
    long sessions = oracle.begun(range).values().stream().mapToLong(Long::longValue).sum();
    assertThat(statistics.sessions()).as(told).isEqualTo(sessions);
    assertThat(statistics.clock())
        .as(told)
        .isEqualTo(oracle.days(range).values().stream().reduce(Duration.ZERO, Duration::plus))
        .isGreaterThanOrEqualTo(statistics.active());
    assertThat(statistics.counters().prompts())
        .as(told)
        .isEqualTo(oracle.total(range, ActivityType.PROMPT_SUBMITTED));
    assertThat(statistics.counters().tasksCreated())
        .as(told)
        .isEqualTo(oracle.total(range, ActivityType.TASK_CREATED));
    assertThat(statistics.averageSession())
        .as(told)
        .isEqualTo(
            sessions == 0
                ? null
                : Duration.ofSeconds(
                    Math.round(oracle.minutesOfSessions(range) * 60.0 / sessions)));
  }

  /** Some days before the zone's clock is changed; before a new year where it never is. */
  private static Instant aroundAChange(ZoneId zone, Random random) {
    Instant after =
        Instant.parse(random.nextBoolean() ? "2026-01-01T00:00:00Z" : "2026-07-01T00:00:00Z");
    ZoneOffsetTransition change = zone.getRules().nextTransition(after);
    Instant around = change == null ? Instant.parse("2026-12-31T12:00:00Z") : change.getInstant();
    return around
        .minus(random.nextInt(4 * 24 * 60), ChronoUnit.MINUTES)
        .truncatedTo(ChronoUnit.MINUTES);
  }

  private static List<Activity> work(Tracker tracker, String name, Instant start, Random random)
      throws SQLException {
    List<Activity> activities = new ArrayList<>();
    Instant at = start.plus(random.nextInt(600), ChronoUnit.MINUTES);
    ActivityType before = ActivityType.SESSION_ENDED;
    for (int i = 0; i < 80; i++) {
      long gap = gap(random);
      at = at.plus(gap, ChronoUnit.MINUTES);
      boolean open = before != ActivityType.SESSION_ENDED && gap <= 120;
      ActivityType type = TYPES.get(random.nextInt(TYPES.size()));
      if (type == ActivityType.SESSION_ENDED && (!open || random.nextInt(3) > 0)) {
        type = ActivityType.HEARTBEAT;
      }
      ActivityBuilder activity = tracker.activity(Ids.nameBased(name + i), type, at);
      if (type == ActivityType.TASK_CREATED) {
        activity.taskId(Ids.nameBased("task " + name + i));
      }
      tracker.did(activity);
      activities.add(activity.build());
      before = type;
    }
    tracker.writeTo(DATABASE);
    return activities;
  }

  private static long gap(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> 120;
      case 1 -> 121;
      case 2 -> 121 + random.nextInt(600);
      default -> 1 + random.nextInt(119);
    };
  }

  private static SortedMap<LocalDate, Duration> clock(Statistics statistics) {
    SortedMap<LocalDate, Duration> days = new TreeMap<>();
    statistics.days().forEach(day -> days.put(day.date(), day.clock()));
    days.values().removeIf(Duration::isZero);
    return days;
  }

  private static Map<LocalDate, Long> begun(Statistics statistics) {
    return statistics.days().stream()
        .filter(day -> day.sessions() > 0)
        .collect(Collectors.toMap(DayTotals::date, DayTotals::sessions));
  }

  private static Map<MinuteOracle.Hour, Duration> hours(List<HourCell> week) {
    return week.stream()
        .filter(cell -> !cell.clock().isZero())
        .collect(
            Collectors.toMap(
                cell -> new MinuteOracle.Hour(cell.weekday(), cell.hour()), HourCell::clock));
  }
}
