package dev.aidis.benchmarks.queries;

import com.zaxxer.hikari.HikariDataSource;
import dev.aidis.benchmarks.FreePort;
import dev.aidis.benchmarks.Results;
import dev.aidis.benchmarks.population.Population;
import dev.aidis.queries.Scope;
import dev.aidis.queries.SessionFilter;
import dev.aidis.queries.SessionQueries;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.TimelineFilter;
import dev.aidis.queries.TimelineQueries;
import dev.aidis.queries.comparison.ComparisonQueries;
import dev.aidis.queries.patterns.PatternQueries;
import dev.aidis.queries.stats.DateRange;
import dev.aidis.queries.stats.Period;
import dev.aidis.queries.stats.StatsQueries;
import dev.aidis.sink.schema.Schema;
import dev.aidis.standalone.embedded.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Asks the questions that people ask, of a database with two years of work in it. Arguments:
 * sessions (200,000), activities of each (50), how often each question is asked (200).
 */
public final class Main {
  private static final int OWNERS = 100;
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final int PAGE = 20;
  private static final int TIMELINE_PAGE = 50;
  private static final int WARM_UP = 20;
  private static final List<String> HEADER =
      List.of("question", "median ms", "p95 ms", "greatest ms");

  private final Random random = new Random(20_261_125);
  private final SessionQueries sessions;
  private final TimelineQueries timelines;
  private final StatsQueries stats;
  private final ComparisonQueries comparisons;
  private final PatternQueries patterns;
  private final Instant now = Clock.systemUTC().instant();

  private Main(DataSource database) {
    sessions = new SessionQueries(database);
    timelines = new TimelineQueries(database);
    stats = new StatsQueries(database);
    comparisons = new ComparisonQueries(database);
    patterns = new PatternQueries(database);
  }

  public static void main(String[] args) throws Exception {
    int sessions = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
    int each = args.length > 1 ? Integer.parseInt(args[1]) : 50;
    int times = args.length > 2 ? Integer.parseInt(args[2]) : 200;
    Path home = Files.createTempDirectory("aidis-benchmark");
    try (EmbeddedDatabase database =
            EmbeddedDatabase.start(
                home.resolve("postgres"), home.resolve("binaries"), FreePort.next());
        HikariDataSource owner = pool(database.jdbcUrl(), EmbeddedDatabase.NAME);
        HikariDataSource superuser = pool(database.jdbcUrl(), "postgres")) {
      Schema.migrate(owner);
      System.out.printf("Writing %,d sessions of %d activities%n", sessions, each);
      new Population(sessions, each, OWNERS, Clock.systemUTC().instant()).fill(owner, superuser);
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("sessions", sessions);
      facts.put("activities", (long) sessions * each);
      facts.put("owners", OWNERS);
      facts.put("each question asked", times);
      new Main(owner).report(facts, times);
    }
  }

  private void report(Map<String, Object> facts, int times) {
    Map<String, Supplier<Object>> questions = new LinkedHashMap<>();
    questions.put("list", () -> sessions.page(SessionFilter.newest(owner(), PAGE)));
    questions.put("list, filtered by project, tag and words", this::search);
    questions.put("detail with files and tasks", this::detail);
    questions.put("timeline page", this::timelinePage);
    questions.put("statistics of a month, and of the one before", this::month);
    questions.put("comparison", this::comparison);
    questions.put("patterns over a year", this::year);
    List<List<String>> table = new ArrayList<>(List.of(HEADER));
    questions.forEach(
        (name, question) -> {
          double[] millis = ask(question, times);
          table.add(
              List.of(
                  name,
                  millis(millis[times / 2]),
                  millis(millis[times * 95 / 100]),
                  millis(millis[times - 1])));
          System.out.println(String.join(" | ", table.getLast()));
        });
    Results.write("queries", "How long answers take", facts, table);
  }

  /** Sorted. */
  private static double[] ask(Supplier<Object> question, int times) {
    for (int i = 0; i < WARM_UP; i++) {
      var _ = question.get();
    }
    double[] millis = new double[times];
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      var _ = question.get();
      millis[i] = (System.nanoTime() - begin) / 1e6;
    }
    Arrays.sort(millis);
    return millis;
  }

  private Object search() {
    Scope scope =
        Scope.of(owner())
            .withProject("project-" + random.nextInt(20))
            .withTag("tag-" + random.nextInt(7));
    return sessions.page(SessionFilter.newest(scope, PAGE).withText("import"));
  }

  private Object detail() {
    SessionView session = anySession();
    return List.of(
        sessions.byNumber(session.owner(), session.number()).orElseThrow(),
        sessions.files(session.owner(), session.id(), PAGE),
        sessions.tasks(session.owner(), session.id()));
  }

  private Object timelinePage() {
    SessionView session = anySession();
    return timelines.page(session.owner(), session.id(), TimelineFilter.newest(TIMELINE_PAGE));
  }

  private Object month() {
    return stats.report(Scope.of(owner()), Period.Calendar.MONTH, ZONE, daysAgo(600));
  }

  private Object comparison() {
    String owner = owner();
    List<SessionView> two = recent(owner, 2);
    return comparisons.compare(owner, two.get(0).id(), two.get(1).id());
  }

  private Object year() {
    LocalDate last = LocalDate.ofInstant(daysAgo(300), ZONE);
    return patterns.of(Scope.of(owner()), new DateRange(last.minusYears(1), last), ZONE);
  }

  private String owner() {
    return "owner-" + random.nextInt(OWNERS);
  }

  private Instant daysAgo(int most) {
    return now.atZone(ZONE).minusDays(random.nextInt(most)).toInstant();
  }

  private SessionView anySession() {
    return recent(owner(), 1).getFirst();
  }

  /** Sessions that ended before a random day; finding them is part of the time, as for a user. */
  private List<SessionView> recent(String owner, int count) {
    return sessions.list(SessionFilter.newest(owner, count).withStartBetween(null, daysAgo(600)));
  }

  private static HikariDataSource pool(String url, String user) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setMaximumPoolSize(4);
    return pool;
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
