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
 * the moment in which the replay and the live processor reach the end of the log, and the tables
 * are made equal.
 */
public final class DatabaseRebuild {
  private static final Logger log = LoggerFactory.getLogger(DatabaseRebuild.class);

  /** Behind by so little, the rest is waited for with the sinks held up. */
  private static final long NEARLY = 500;

  /** The same of the live processor, which does it by the thousand while there is a load. */
  private static final long NEARLY_PUBLISHED = 5_000;

  /** The same of what only has to be read. */
  private static final long NEARLY_READ = 20_000;

  private final Supplier<HikariDataSource> databases;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Admin admin;
  private final BatchWriter live;
  private final MonthArchive archive;
  private final InstantSource clock;

  /**
   * @param databases connections to the database; without a time limit for a statement
   * @param consumers of updates, the replay's and the live ones, {@code read_committed}
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
   * @throws IllegalStateException if the replay or the live processor stands still
   */
  public Map<String, Long> run(Replay replay, Duration inactivityGap, RebuildProgress listener)
      throws SQLException, ExecutionException, InterruptedException {
    try (HikariDataSource database = databases.get()) {
      String schema = currentSchema(database);
      PipelineOffsets offsets = new PipelineOffsets(admin, replay);
      try (Connection connection = database.getConnection()) {
        Equalization.requireNoRestore(connection);
        ShadowTables.create(connection, schema);
      }
      try (HikariDataSource beside = databases.get()) {
        beside.setConnectionInitSql("SET search_path TO " + ShadowTables.SCHEMA + ", " + schema);
        Map<String, Long> changed =
            new Run(database, beside, schema, offsets, inactivityGap, listener).run();
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
    private final PipelineOffsets offsets;
    private final Duration inactivityGap;
    private final RebuildProgress listener;

    Run(
        HikariDataSource database,
        HikariDataSource beside,
        String schema,
        PipelineOffsets offsets,
        Duration inactivityGap,
        RebuildProgress listener) {
      this.database = database;
      this.beside = beside;
      this.schema = schema;
      this.offsets = offsets;
      this.inactivityGap = inactivityGap;
      this.listener = listener;
    }

    Map<String, Long> run() throws SQLException, ExecutionException, InterruptedException {
      SimpleMeterRegistry metrics = new SimpleMeterRegistry();
      Drops known = new Drops((dropped, reason, message) -> {}, metrics);
      BatchIntake intake = new BatchIntake(BatchWriter.alone(beside), known, metrics);
      Set<TopicPartition> partitions = offsets.partitionsOfReplayedUpdates();
      Set<TopicPartition> ofLive = offsets.partitionsOfLiveUpdates();
      Map<TopicPartition, Long> written = offsets.ofSinks();
      try (ReplayedUpdates updates = new ReplayedUpdates(consumers.get(), partitions, intake);
          WaitingUpdates waiting = new WaitingUpdates(consumers.get(), ofLive, written)) {
        comeNear(updates, waiting);
        MonthsAside archived = new MonthsAside(archive);
        try {
          archived.bringBack();
          return changeOver(updates, waiting, partitions, archived);
        } finally {
          archived.archiveAgain();
        }
      }
    }

    private Map<String, Long> changeOver(
        ReplayedUpdates updates,
        WaitingUpdates waiting,
        Set<TopicPartition> partitions,
        MonthsAside archived)
        throws SQLException, ExecutionException, InterruptedException {
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        archived.giveUp(connection);
        PartitionLocks.take(
            connection,
            partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet()));
        catchUp(updates);
        noteContained(waiting);
        live.makeRoom(ShadowRows.months(beside));
        Map<String, Long> changed = Equalization.run(connection, schema, waiting.told());
        connection.commit();
        return changed;
      }
    }

    private void comeNear(ReplayedUpdates updates, WaitingUpdates waiting)
        throws SQLException, ExecutionException, InterruptedException {
      Patience withReplay = new Patience(clock, "the replay");
      Patience withProcessor = new Patience(clock, "the processor");
      long tooFar;
      do {
        updates.step();
        waiting.read();
        LogPosition replay = offsets.ofReplay();
        LogPosition processor = offsets.ofLiveProcessor();
        long unwritten = updates.left(offsets.endsOfReplayedUpdates());
        long ofReplay = replay.left() + unwritten - NEARLY;
        long ofProcessor = processor.left() - NEARLY_PUBLISHED;
        long unread = waiting.left(offsets.endsOfLiveUpdates()) - NEARLY_READ;
        if (ofReplay > 0) {
          tell("reading the log", replay, unwritten);
        } else {
          tell("waiting for the processor", processor, 0);
        }
        withReplay.requireMotion(replay.done(), replay.left() - NEARLY);
        withProcessor.requireMotion(processor.done(), ofProcessor);
        tooFar = Math.max(ofReplay, Math.max(ofProcessor, unread));
      } while (tooFar > 0);
    }

    /** Up to the end that the log had when the sinks were held up, and until no session is due. */
    private void catchUp(ReplayedUpdates updates)
        throws SQLException, ExecutionException, InterruptedException {
      Map<TopicPartition, Long> end = offsets.ofReplay().ends();
      Patience patience = new Patience(clock, "the replay");
      LogPosition replay;
      do {
        updates.step();
        replay = offsets.ofReplay();
        tell("catching up", replay, 0);
        patience.requireMotion(replay.done(), replay.left(end));
      } while (replay.left(end) > 0);
      Map<TopicPartition, Long> ends = offsets.endsOfReplayedUpdates();
      long left = updates.left(ends) + ShadowRows.overdue(beside, before());
      while (left > 0) {
        updates.step();
        tell("timing sessions out", replay, 0);
        left = updates.left(ends) + ShadowRows.overdue(beside, before());
        patience.requireMotion(left, left);
      }
      tell("changing over", replay, 0);
    }

    /**
     * The live processor is waited for until it has published everything that the new tables
     * contain, which nothing is written to any more; all of that is read.
     */
    private void noteContained(WaitingUpdates waiting)
        throws SQLException, ExecutionException, InterruptedException {
      WaitingUpdates.Contents contents = activities -> ShadowRows.among(beside, activities);
      Map<TopicPartition, Long> end = offsets.ofReplay().ends();
      Patience withProcessor = new Patience(clock, "the processor");
      LogPosition processor;
      do {
        waiting.readOn(contents);
        processor = offsets.ofLiveProcessor();
        withProcessor.requireMotion(processor.done(), processor.left(end));
      } while (processor.left(end) > 0);
      Map<TopicPartition, Long> ends = offsets.endsOfLiveUpdates();
      Patience withBroker = new Patience(clock, "the broker");
      long unread = waiting.left(ends);
      while (unread > 0) {
        waiting.readOn(contents);
        unread = waiting.left(ends);
        withBroker.requireMotion(unread, unread);
      }
    }

    private Instant before() {
      return clock.instant().minus(inactivityGap);
    }

    private void tell(String phase, LogPosition replay, long unwritten) {
      listener.at(phase, Math.max(0, replay.done() - unwritten), replay.total());
    }
  }
}
