package dev.aidis.processor.publish;

import dev.aidis.domain.Change;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.serde.WireCodecs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the updates of one partition, and tells a session once between two commits, with the
 * last of its updates. Readers see all of them at the commit, and whole sessions would be most of
 * what is written, sent and read.
 *
 * <p>The last update of each tracker key is held until the next one, which may tell its session
 * anew, or until {@link #publishAll}. Only updates that add one activity to one session are held.
 * Which ones tell their session always, {@link SessionUpdate} says. Not thread-safe: belongs to one
 * task.
 */
public final class HeldUpdates {
  /** What is held is in memory: of each partition no more than about this. */
  static final int MOST_BYTES = 4 << 20;

  /** About what a session takes in memory; an activity takes about as many as it has. */
  static final int BYTES_OF_SESSION = 1_500;

  private static final Set<ActivityType> NOTES =
      Set.of(ActivityType.NOTE_ADDED, ActivityType.SESSION_ENDED);

  private final Publisher publisher;
  private final boolean atOnce;
  private final Map<Bytes, Next> held = new LinkedHashMap<>();
  private long heldBytes;

  /** Sends an update on its way. */
  @FunctionalInterface
  public interface Publisher {
    /**
     * @param timestampMs the record's, in milliseconds since 1970
     */
    void publish(byte[] key, byte[] update, long timestampMs);
  }

  /** An update that is not published yet, and can be. */
  public static final class Next {
    private final Bytes key;
    private final SessionUpdate update;
    private final long timestampMs;

    /** Whether its session need not be told, if a later update tells it. */
    private final boolean optional;

    /** How many it takes while it is held. */
    private final int heldBytes;

    /** Absent if it may be held. */
    private final byte @Nullable [] bytes;

    private Next(
        Bytes key,
        SessionUpdate update,
        long timestampMs,
        boolean optional,
        int heldBytes,
        byte @Nullable [] bytes) {
      this.key = key;
      this.update = update;
      this.timestampMs = timestampMs;
      this.optional = optional;
      this.heldBytes = heldBytes;
      this.bytes = bytes;
    }

    private boolean isToldBy(SessionUpdate later) {
      Session session = update.changed().getFirst();
      return optional && later.changed().stream().anyMatch(now -> now.id().equals(session.id()));
    }
  }

  /**
   * @param atOnce hold nothing, and so tell each session with each of its updates
   */
  public HeldUpdates(Publisher publisher, boolean atOnce) {
    this.publisher = publisher;
    this.atOnce = atOnce;
  }

  /**
   * What is to be published for an activity.
   *
   * @param activityBytes how many the activity had
   * @param timestampMs the record's, in milliseconds since 1970
   * @throws IllegalStateException if the broker would not take it
   */
  public Next next(
      Bytes key, Change change, Activity activity, int activityBytes, long timestampMs) {
    SessionUpdate update = change.toUpdate(activity);
    boolean mayBeHeld = !atOnce && changesOneSession(update);
    return new Next(
        key,
        update,
        timestampMs,
        mayBeHeld && !change.replaced().isEmpty() && !NOTES.contains(activity.kind()),
        activityBytes + BYTES_OF_SESSION,
        mayBeHeld ? null : encoded(update));
  }

  /**
   * What is to be published for a timeout, see {@link #next(Bytes, Change, Activity, int, long)}.
   */
  public Next next(Bytes key, SessionUpdate timeout, long timestampMs) {
    return new Next(key, timeout, timestampMs, false, 0, encoded(timeout));
  }

  /** Such an update is small enough for the broker, since activities and sessions have bounds. */
  private static boolean changesOneSession(SessionUpdate update) {
    return !update.resegmented() && update.absorbed().isEmpty() && update.changed().size() == 1;
  }

  /** Publishes it, at the latest with the next {@link #publishAll}. */
  public void add(Next next) {
    Next before = held.remove(next.key);
    if (before != null) {
      heldBytes -= before.heldBytes;
      publish(before, before.isToldBy(next.update) ? withoutSession(before.update) : before.update);
    }
    if (next.bytes != null) {
      publisher.publish(next.key.get(), next.bytes, next.timestampMs);
      return;
    }
    held.put(next.key, next);
    heldBytes += next.heldBytes;
    if (heldBytes > MOST_BYTES) {
      publishAll();
    }
  }

  /** Publishes what is held, as has to be done before each commit. */
  public void publishAll() {
    List<Next> all = new ArrayList<>(held.values());
    held.clear();
    heldBytes = 0;
    all.forEach(next -> publish(next, next.update));
  }

  private void publish(Next next, SessionUpdate update) {
    publisher.publish(next.key.get(), encoded(update), next.timestampMs);
  }

  private static SessionUpdate withoutSession(SessionUpdate update) {
    return new SessionUpdate(
        update.trackerKey(), update.activity(), update.sessionId(), List.of(), List.of(), false);
  }

  private static byte[] encoded(SessionUpdate update) {
    byte[] bytes = WireCodecs.SESSION_UPDATE.encode(update);
    if (bytes.length > Topics.MAX_RECORD_BYTES) {
      throw new IllegalStateException(
          "the update of %d sessions has %d bytes, more than %d"
              .formatted(update.changed().size(), bytes.length, Topics.MAX_RECORD_BYTES));
    }
    return bytes;
  }
}
