package dev.aidis.processor;

import dev.aidis.domain.Change;
import dev.aidis.domain.ClockClamp;
import dev.aidis.domain.Sessionizer;
import dev.aidis.processor.commit.BeforeCommit;
import dev.aidis.processor.commit.CommitTiming;
import dev.aidis.processor.commit.ReadPosition;
import dev.aidis.processor.publish.HeldUpdates;
import dev.aidis.processor.store.Expiry;
import dev.aidis.processor.store.SeenActivities;
import dev.aidis.processor.store.StoredHistory;
import dev.aidis.processor.store.Stores;
import dev.aidis.processor.timeout.Backlog;
import dev.aidis.processor.timeout.TimeoutClock;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.AppendTime;
import dev.aidis.schemas.TrackerKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts each activity into its session and publishes the session as it then stands. Keys and values
 * are bytes on both sides, so that what cannot be read goes to the dead letters as it came.
 * Whatever goes wrong with one record, it alone is not counted.
 */
final class SessionizeProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
  private static final Logger log = LoggerFactory.getLogger(SessionizeProcessor.class);
  private static final Duration TICK = Duration.ofMillis(250);
  private static final Duration EXPIRE = Duration.ofSeconds(1);

  /** How often to look whether a commit is due. */
  private static final Duration COMMIT = Duration.ofMillis(10);

  private final Sessionizer sessionizer;
  private final Duration retention;
  private final Backlog backlog;
  private final ProcessorMetrics metrics;
  private final CommitTiming commits;
  private final boolean publishAtOnce;
  private @Nullable Task task;

  /**
   * @param publishAtOnce each update while its record is processed, instead of before the commit at
   *     the latest
   */
  SessionizeProcessor(
      ProcessorSettings settings,
      Backlog backlog,
      ProcessorMetrics metrics,
      CommitTiming commits,
      boolean publishAtOnce) {
    this.sessionizer = new Sessionizer(settings.rules());
    this.retention = settings.retention();
    this.backlog = backlog;
    this.metrics = metrics;
    this.commits = commits;
    this.publishAtOnce = publishAtOnce;
  }

  /** What there is while the task runs. */
  private static final class Task {
    final Stores stores;
    final SeenActivities seen;
    final TimeoutClock timeouts;
    final DeadLetters deadLetters;
    final Expiry expiry;
    final HeldUpdates updates;
    final ReadPosition position;
    Instant lastAppendedAt = Instant.EPOCH;

    Task(
        Stores stores,
        TimeoutClock timeouts,
        DeadLetters deadLetters,
        HeldUpdates updates,
        ReadPosition position) {
      this.stores = stores;
      this.timeouts = timeouts;
      this.deadLetters = deadLetters;
      this.updates = updates;
      this.position = position;
      seen = new SeenActivities(stores.seen());
      expiry = new Expiry(stores);
    }
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    Stores stores = Stores.of(context);
    int partition = context.taskId().partition();
    task =
        new Task(
            stores,
            new TimeoutClock(sessionizer, stores, backlog, partition),
            new DeadLetters(context, metrics),
            new HeldUpdates(this::publish, publishAtOnce),
            new ReadPosition(context));
    BeforeCommit.run(context, this::writeAll);
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::timeOut);
    context.schedule(EXPIRE, PunctuationType.WALL_CLOCK_TIME, this::expire);
    context.schedule(COMMIT, PunctuationType.WALL_CLOCK_TIME, now -> commitWhenDue());
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Task running = running();
    commits.changed();
    running.position.processed();
    HeldUpdates.Pending update = null;
    try {
      update = count(record, running);
    } catch (RejectedRecordException rejected) {
      reject(record, rejected.reason(), rejected.detail());
    } catch (KafkaException ofBrokerOrStores) {
      throw ofBrokerOrStores; // the transaction is given up, and the record comes again
    } catch (RuntimeException failure) {
      log.error("the processor failed on a record", failure);
      reject(record, RejectionReason.PROCESSING_FAILED, failure.toString());
    }
    if (update != null) { // what fails now gives the transaction up
      running.updates.add(update);
    }
  }

  /** What is to be published; absent for an activity that was counted before. */
  private HeldUpdates.@Nullable Pending count(Record<byte[], byte[]> record, Task running) {
    Activity activity = ActivityReader.read(record);
    Instant arrivedAt = Instant.ofEpochMilli(record.timestamp());
    Bytes trackerKey = Bytes.wrap(record.key());
    if (!running.seen.isNew(trackerKey, activity.id(), arrivedAt, arrivedAt.minus(retention))) {
      metrics.duplicate();
      return null;
    }
    Instant appendedAt = AppendTime.of(record.headers(), record.timestamp());
    running.lastAppendedAt = appendedAt;
    Instant forgetBefore = appendedAt.minus(retention);
    Activity clamped = ClockClamp.DEFAULT.clamp(activity, appendedAt);
    StoredHistory history = new StoredHistory(running.stores, trackerKey, appendedAt, forgetBefore);
    Change change = sessionizer.accept(clamped, appendedAt, history);
    running.timeouts.watch(change);
    HeldUpdates.Pending update =
        running.updates.of(trackerKey, change, clamped, record.value().length, record.timestamp());
    running.stores.apply();
    metrics.changed(change);
    metrics.delayed(clamped.occurredAt(), Instant.ofEpochMilli(context().currentSystemTimeMs()));
    return update;
  }

  /** Of what was begun with the record nothing remains. */
  private void reject(Record<byte[], byte[]> record, RejectionReason reason, String detail) {
    Task running = running();
    running.stores.discard();
    running.deadLetters.add(record, reason, detail);
  }

  private void timeOut(long nowMs) {
    Task running = running();
    running.stores.takeChanged(); // by records, which are counted
    running.timeouts.tick(
        Instant.ofEpochMilli(nowMs),
        update -> {
          metrics.timedOut();
          running.updates.add(running.updates.of(keyOf(update.trackerKey()), update, nowMs));
        });
    noteChanges(running);
    if (backlog.looksBehind(context().taskId().partition())) {
      running.position.looksBehind(Instant.ofEpochMilli(nowMs));
    }
  }

  /** By the log's time, so that a replay of the past does not forget it. */
  private void expire(long nowMs) {
    Task running = running();
    running.stores.takeChanged(); // by records, which are counted
    try {
      running.expiry.step(Instant.ofEpochMilli(nowMs), running.lastAppendedAt.minus(retention));
    } catch (KafkaException ofBrokerOrStores) {
      throw ofBrokerOrStores;
    } catch (RuntimeException failure) {
      log.error("some of what is due to be forgotten stays until the next round", failure);
      running.stores.discard();
    }
    noteChanges(running);
  }

  /** Of punctuators, which mostly find nothing to do. */
  private void noteChanges(Task running) {
    if (running.stores.takeChanged()) {
      commits.changed();
    }
  }

  private void commitWhenDue() {
    if (commits.isDue(context().taskId().partition())) {
      context().commit();
    }
  }

  /** What was processed and is neither written nor published yet. */
  private void writeAll() {
    Task running = running();
    running.stores.write();
    running.updates.publishAll();
  }

  private static Bytes keyOf(TrackerKey trackerKey) {
    return Bytes.wrap(trackerKey.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void publish(byte[] key, byte[] update, long timestampMs) {
    context().forward(new Record<>(key, update, timestampMs), SessionTopology.UPDATES);
  }

  @Override
  public void close() {
    BeforeCommit.runNothing(context());
    task = null;
  }

  private Task running() {
    if (task == null) {
      throw new IllegalStateException("the processor is used before init()");
    }
    return task;
  }
}
