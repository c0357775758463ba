package dev.aidis.benchmarks.queries;

import dev.aidis.sink.write.BatchWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/**
 * Fills the tables with two years of sessions, see {@code population.sql}.
 *
 * @param sessions how many, a multiple of {@link #OWNERS}
 * @param activitiesEach of every session
 */
record Population(int sessions, int activitiesEach) {
  static final int OWNERS = 100;
  private static final int MONTHS = 26;
  private static final String WITHOUT_TRIGGERS = "SET session_replication_role = replica";

  /**
   * @param owner of the tables
   * @param superuser who may write without triggers
   */
  void fill(DataSource owner, DataSource superuser)
      throws SQLException, InterruptedException, ExecutionException {
    List<YearMonth> months = months();
    new BatchWriter(owner).makeRoom(months.stream().map(Population::start).toList());
    run(
        superuser,
        resource("population.sql")
            .replace(":sessions", Integer.toString(sessions))
            .replace(":activities_each", Integer.toString(activitiesEach)));
    try (ExecutorService writers = Executors.newFixedThreadPool(2)) {
      List<Future<?>> writing = new ArrayList<>();
      for (YearMonth month : months) {
        writing.add(
            writers.submit(
                () -> {
                  fill(superuser, month);
                  return null;
                }));
      }
      for (Future<?> one : writing) {
        one.get();
      }
    }
    run(superuser, "VACUUM ANALYZE");
  }

  private static void fill(DataSource superuser, YearMonth month) throws SQLException {
    try (Connection connection = superuser.getConnection()) {
      execute(connection, WITHOUT_TRIGGERS);
      try (PreparedStatement insert = connection.prepareStatement(resource("activities.sql"))) {
        insert.setTimestamp(1, Timestamp.from(start(month)));
        insert.setTimestamp(2, Timestamp.from(start(month.plusMonths(1))));
        insert.executeUpdate();
      }
    }
  }

  private static void run(DataSource superuser, String sql) throws SQLException {
    try (Connection connection = superuser.getConnection()) {
      execute(connection, WITHOUT_TRIGGERS);
      execute(connection, sql);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<YearMonth> months() {
    YearMonth last = YearMonth.from(Clock.systemUTC().instant().atOffset(ZoneOffset.UTC));
    List<YearMonth> months = new ArrayList<>();
    for (int back = MONTHS - 1; back >= 0; back--) {
      months.add(last.minusMonths(back));
    }
    return months;
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
