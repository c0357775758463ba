package dev.aidis.benchmarks.population;

import dev.aidis.sink.write.BatchWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Fills the tables with two years of sessions, see {@code sessions.sql}.
 *
 * @param sessions how many, a multiple of {@code owners}
 * @param activitiesEach of every session, at least 2
 * @param owners whose they are, evenly
 * @param until when the last ones happened
 */
public record Population(int sessions, int activitiesEach, int owners, Instant until) {
  private static final Duration BACK = Duration.ofDays(730);
  private static final int WRITERS = 2;

  /** Every so many parts a line tells how far it is. */
  private static final int TOLD = 5;

  private static final String WITHOUT_TRIGGERS = "SET session_replication_role = replica";

  /** For the order of a month's activities. */
  private static final String IN_MEMORY = "SET work_mem = '512MB'";

  public Population {
    if (sessions < owners || sessions % owners != 0) {
      throw new IllegalArgumentException(
          "%d sessions cannot be shared evenly by %d owners".formatted(sessions, owners));
    }
  }

  /** All activities. */
  public long activities() {
    return (long) sessions * activitiesEach;
  }

  /**
   * Returns when all is written, and vacuumed as if it had been there for long.
   *
   * @param owner of the tables, which are empty
   * @param superuser who may write without triggers; of {@value #WRITERS} connections at least
   */
  public void fill(DataSource owner, DataSource superuser)
      throws SQLException, InterruptedException, ExecutionException {
    List<YearMonth> months = months();
    new BatchWriter(owner).makeRoom(months.stream().map(Population::start).toList());
    long begin = System.nanoTime();
    run(superuser, sessionsSql());
    run(superuser, "VACUUM (FREEZE, ANALYZE) sessions");
    tell(begin, "the sessions are written");
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> writing = new ArrayList<>();
      writing.add(writers.submit(() -> run(superuser, resource("items.sql"))));
      writing.add(writers.submit(() -> run(superuser, resource("files.sql"))));
      months.forEach(month -> writing.add(writers.submit(() -> fill(superuser, month))));
      for (int done = 0; done < writing.size(); done++) {
        writing.get(done).get();
        if (done % TOLD == 0) {
          tell(begin, "%d of %d parts are written".formatted(done + 1, writing.size()));
        }
      }
    }
    run(superuser, "VACUUM (ANALYZE)");
    tell(begin, "all is vacuumed");
  }

  /**
   * Into a partition that is made anew by the same transaction: Postgres then logs no row, where it
   * is set to {@code wal_level=minimal}.
   */
  private static @Nullable Void fill(DataSource superuser, YearMonth month) throws SQLException {
    String partition =
        "session_activities_%04d_%02d".formatted(month.getYear(), month.getMonthValue());
    try (Connection connection = superuser.getConnection()) {
      execute(connection, WITHOUT_TRIGGERS);
      execute(connection, IN_MEMORY);
      connection.setAutoCommit(false);
      execute(connection, "TRUNCATE " + partition);
      try (PreparedStatement insert = connection.prepareStatement(resource("activities.sql"))) {
        insert.setTimestamp(1, Timestamp.from(start(month)));
        insert.setTimestamp(2, Timestamp.from(start(month.plusMonths(1))));
        insert.executeUpdate();
      }
      connection.commit();
      connection.setAutoCommit(true);
      execute(connection, "VACUUM (FREEZE, ANALYZE) " + partition);
    }
    return null;
  }

  private String sessionsSql() {
    return resource("sessions.sql")
        .replace(":sessions", Integer.toString(sessions))
        .replace(":activities_each", Integer.toString(activitiesEach))
        .replace(":owners", Integer.toString(owners))
        .replace(":until", "timestamptz '" + until + "'");
  }

  private static @Nullable Void run(DataSource superuser, String sql) throws SQLException {
    try (Connection connection = superuser.getConnection()) {
      execute(connection, WITHOUT_TRIGGERS);
      execute(connection, sql);
    }
    return null;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void tell(long begin, String what) {
    System.out.printf(
        Locale.ROOT, "  %,d s: %s%n", (System.nanoTime() - begin) / 1_000_000_000, what);
  }

  private List<YearMonth> months() {
    List<YearMonth> months = new ArrayList<>();
    YearMonth last = month(until);
    for (YearMonth month = month(until.minus(BACK));
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      months.add(month);
    }
    return months;
  }

  private static YearMonth month(Instant time) {
    return YearMonth.from(time.atOffset(ZoneOffset.UTC));
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static String resource(String name) {
    try (InputStream content = Population.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(content).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the benchmark lacks " + name, e);
    }
  }
}
