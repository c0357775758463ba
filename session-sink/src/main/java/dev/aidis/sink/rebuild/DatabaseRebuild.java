package dev.aidis.sink.rebuild;

import com.zaxxer.hikari.HikariDataSource;
import dev.aidis.archive.MonthArchive;
import dev.aidis.schemas.Replay;
import dev.aidis.sink.intake.BatchIntake;
import dev.aidis.sink.intake.Drops;
import dev.aidis.sink.write.BatchWriter;
import dev.aidis.sink.write.PartitionLocks;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rebuilds the database from a replay that some processor publishes. One at a time. May be broken
 * off anywhere: what is read is changed by one transaction at the end, and the next rebuild begins
 * anew.
 *
 * <p>Meanwhile the sinks write on. Only at the end they wait, on the locks of their partitions: for
 * the moment in which the replay reaches the end of the log, and the tables are made equal.
 */
public final class DatabaseRebuild {
  private static final Logger log = LoggerFactory.getLogger(DatabaseRebuild.class);

  /** Behind by so little, the rest is waited for with the sinks held up. */
  private static final long NEARLY = 500;

  private static final Duration AT_A_STANDSTILL = Duration.ofMinutes(5);

  private final Supplier<HikariDataSource> databases;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Admin admin;
  private final BatchWriter live;
  private final MonthArchive archive;
  private final InstantSource clock;

  /**
   * @param databases connections to the database; without a time limit for a statement
   * @param consumers of the replay's updates, {@code read_committed}
   * @param live writes what is read
   * @param archive of the months that are not in the tables
   */
  public DatabaseRebuild(
      Supplier<HikariDataSource> databases,
      Supplier<Consumer<byte[], byte[]>> consumers,
      Admin admin,
      BatchWriter live,
      MonthArchive archive,
      InstantSource clock) {
    this.databases = databases;
    this.consumers = consumers;
    this.admin = admin;
    this.live = live;
    this.archive = archive;
    this.clock = clock;
  }

  /**
   * Returns when the database is rebuilt.
   *
   * @param inactivityGap after which the replay times a session out
   * @return rows changed, by table
   * @throws IllegalStateException if the replay stands still
   */
  public Map<String, Long> run(Replay replay, Duration inactivityGap, RebuildProgress progress)
      throws SQLException, ExecutionException, InterruptedException {
    try (HikariDataSource database = databases.get()) {
      String schema = currentSchema(database);
      ReplayOffsets offsets = new ReplayOffsets(admin, replay);
      try (Connection connection = database.getConnection()) {
        Equalization.requireNoRestore(connection);
        ShadowTables.create(connection, schema);
      }
      try (HikariDataSource beside = databases.get()) {
        beside.setConnectionInitSql("SET search_path TO " + ShadowTables.SCHEMA + ", " + schema);
        Map<String, Long> changed =
            new Run(database, beside, schema, offsets, inactivityGap, progress)
                .run(offsets.partitions(replay.updatesTopic()));
        log.info("The database is rebuilt, rows changed: {}", changed);
        return changed;
      } finally {
        try (Connection connection = database.getConnection()) {
          ShadowTables.drop(connection);
        }
      }
    }
  }

  private static String currentSchema(HikariDataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return connection.getSchema();
    }
  }

  /** One rebuild. */
  private final class Run {
    private final HikariDataSource database;
    private final HikariDataSource beside;
    private final String schema;
    private final ReplayOffsets offsets;
    private final Duration inactivityGap;
    private final RebuildProgress progress;
    private long lastLeft = Long.MAX_VALUE;
    private Instant lastMoved = Instant.MAX;

    Run(
        HikariDataSource database,
        HikariDataSource beside,
        String schema,
        ReplayOffsets offsets,
        Duration inactivityGap,
        RebuildProgress progress) {
      this.database = database;
      this.beside = beside;
      this.schema = schema;
      this.offsets = offsets;
      this.inactivityGap = inactivityGap;
      this.progress = progress;
    }

    Map<String, Long> run(Set<TopicPartition> partitions)
        throws SQLException, ExecutionException, InterruptedException {
      SimpleMeterRegistry metrics = new SimpleMeterRegistry();
      Drops known = new Drops((dropped, reason, message) -> {}, metrics);
      BatchIntake intake = new BatchIntake(BatchWriter.alone(beside), known, metrics);
      try (ReplayedUpdates updates = new ReplayedUpdates(consumers.get(), partitions, intake)) {
        comeNear(updates);
        MonthsAside archived = new MonthsAside(archive);
        try {
          archived.bringBack();
          return changeOver(updates, partitions, archived);
        } finally {
          archived.archiveAgain();
        }
      }
    }

    private Map<String, Long> changeOver(
        ReplayedUpdates updates, Set<TopicPartition> partitions, MonthsAside archived)
        throws SQLException, ExecutionException, InterruptedException {
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        archived.giveUp(connection);
        PartitionLocks.take(
            connection,
            partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet()));
        catchUp(updates);
        live.makeRoom(ShadowRows.months(beside));
        Map<String, Long> changed = Equalization.run(connection, schema);
        connection.commit();
        return changed;
      }
    }

    private void comeNear(ReplayedUpdates updates)
        throws SQLException, ExecutionException, InterruptedException {
      long left;
      do {
        updates.step();
        ReplayOffsets.Look look = offsets.look();
        long unwritten = updates.left(offsets.endsOfUpdates());
        left = look.left() + unwritten;
        tell("reading the log", look, unwritten);
        requireMotion(left);
      } while (left > NEARLY);
    }

    /** Up to the end that the log had when the sinks were held up, and until no session is due. */
    private void catchUp(ReplayedUpdates updates)
        throws SQLException, ExecutionException, InterruptedException {
      Map<TopicPartition, Long> end = offsets.look().ends();
      lastMoved = clock.instant();
      lastLeft = Long.MAX_VALUE;
      ReplayOffsets.Look look;
      do {
        updates.step();
        look = offsets.look();
        tell("catching up", look, 0);
        requireMotion(look.left(end));
      } while (look.left(end) > 0);
      Map<TopicPartition, Long> ends = offsets.endsOfUpdates();
      while (updates.left(ends) > 0 || ShadowRows.overdue(beside, before()) > 0) {
        updates.step();
        tell("timing sessions out", look, 0);
        requireMotion(updates.left(ends) + ShadowRows.overdue(beside, before()));
      }
      tell("changing over", look, 0);
    }

    private Instant before() {
      return clock.instant().minus(inactivityGap);
    }

    private void tell(String phase, ReplayOffsets.Look look, long unwritten) {
      progress.at(phase, Math.max(0, look.done() - unwritten), look.total());
    }

    private void requireMotion(long left) {
      Instant now = clock.instant();
      if (left < lastLeft || lastMoved.equals(Instant.MAX)) {
        lastMoved = now;
      }
      lastLeft = left;
      if (left > 0 && now.isAfter(lastMoved.plus(AT_A_STANDSTILL))) {
        throw new IllegalStateException(
            "the replay stands still %,d records before its end; the tracker's log says why"
                .formatted(left));
      }
    }
  }
}
