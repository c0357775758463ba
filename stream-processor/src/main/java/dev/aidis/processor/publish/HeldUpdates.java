package dev.aidis.processor.publish;

import dev.aidis.domain.Change;
import dev.aidis.processor.store.MemoryOfSession;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.serde.WireCodecs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;

/**
 * Publishes the updates of one partition, and tells a session once between two commits, with the
 * last of its updates. Readers see all of them at the commit, and need the session as it then
 * stands only.
 *
 * <p>The last update of each tracker key is held until the next one, which may tell its session
 * anew, or until {@link #publishAll}. Only updates that add one activity to one session are held.
 * Which ones tell their session always, {@link SessionUpdate} says. Not thread-safe: belongs to one
 * task.
 */
public final class HeldUpdates {
  /** What is held is in memory: of each partition no more than about this. */
  static final int MOST_BYTES = 1 << 20;

  /**
   * So much a record may take besides its key and its value, in bytes as the producer counts them:
   * its batch and its lengths, and the headers of its trace, which are as long as a client's were:
   * HTTP lets it send 8 KB.
   */
  private static final int BESIDES = 16 << 10;

  private final Publisher publisher;
  private final boolean atOnce;
  private final Map<Bytes, Holdable> held = new LinkedHashMap<>();
  private long heldBytes;

  /** Sends an update on its way. */
  @FunctionalInterface
  public interface Publisher {
    /**
     * @param timestampMs the record's, in milliseconds since 1970
     */
    void publish(byte[] key, byte[] update, long timestampMs);
  }

  /** An update that is to be published. */
  public abstract static sealed class Pending {
    final Bytes key;
    final SessionUpdate update;
    final long timestampMs;

    private Pending(Bytes key, SessionUpdate update, long timestampMs) {
      this.key = key;
      this.update = update;
      this.timestampMs = timestampMs;
    }
  }

  /** One that waits for nothing. */
  private static final class Urgent extends Pending {
    final byte[] bytes;

    Urgent(Bytes key, SessionUpdate update, long timestampMs) {
      super(key, update, timestampMs);
      bytes = encoded(key, update);
    }
  }

  /** One that adds an activity to a session. */
  private static final class Holdable extends Pending {
    final UUID session;

    /** Whether the session need not be told with it, if a later update tells it. */
    final boolean maySayLess;

    /** How many it takes in memory. */
    final int bytes;

    Holdable(
        Bytes key, SessionUpdate update, long timestampMs, boolean maySayLess, int activityBytes) {
      super(key, update, timestampMs);
      Session changed = update.changed().getFirst();
      session = changed.id();
      this.maySayLess = maySayLess;
      bytes = activityBytes + MemoryOfSession.bytes(changed);
    }

    SessionUpdate followedBy(SessionUpdate next) {
      return maySayLess && next.changed().stream().anyMatch(now -> now.id().equals(session))
          ? withoutSession(update)
          : update;
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
  public Pending of(
      Bytes key, Change change, Activity activity, int activityBytes, long timestampMs) {
    SessionUpdate update = change.toUpdate(activity);
    if (atOnce || !changesOneSession(update)) {
      return new Urgent(key, update, timestampMs);
    }
    boolean isKnown = !change.replaced().isEmpty();
    boolean maySayLess = isKnown && !activity.kind().isAboutItsSession();
    return new Holdable(key, update, timestampMs, maySayLess, activityBytes);
  }

  /** What is to be published for a timeout; else as for an activity. */
  public Pending of(Bytes key, SessionUpdate timeout, long timestampMs) {
    return new Urgent(key, timeout, timestampMs);
  }

  /** Such an update is small enough for the broker, since activities and sessions have bounds. */
  private static boolean changesOneSession(SessionUpdate update) {
    return !update.resegmented() && update.absorbed().isEmpty() && update.changed().size() == 1;
  }

  /** Publishes it, at the latest with the next {@link #publishAll}. */
  public void add(Pending pending) {
    Holdable before = held.remove(pending.key);
    if (before != null) {
      heldBytes -= before.bytes;
      publish(before, encoded(before.key, before.followedBy(pending.update)));
    }
    switch (pending) {
      case Urgent urgent -> publish(urgent, urgent.bytes);
      case Holdable holdable -> hold(holdable);
    }
  }

  private void hold(Holdable update) {
    held.put(update.key, update);
    heldBytes += update.bytes;
    if (heldBytes > MOST_BYTES) {
      publishAll();
    }
  }

  /** Publishes what is held, as has to be done before each commit. */
  public void publishAll() {
    List<Holdable> all = new ArrayList<>(held.values());
    held.clear();
    heldBytes = 0;
    all.forEach(pending -> publish(pending, encoded(pending.key, pending.update)));
  }

  private void publish(Pending pending, byte[] bytes) {
    publisher.publish(pending.key.get(), bytes, pending.timestampMs);
  }

  private static SessionUpdate withoutSession(SessionUpdate update) {
    return new SessionUpdate(
        update.trackerKey(), update.activity(), update.sessionId(), List.of(), List.of(), false);
  }

  private static byte[] encoded(Bytes key, SessionUpdate update) {
    byte[] bytes = WireCodecs.SESSION_UPDATE.encode(update);
    if (bytes.length > most(key)) {
      throw new IllegalStateException(
          "the update of %d sessions has %d bytes, more than %d"
              .formatted(update.changed().size(), bytes.length, most(key)));
    }
    return bytes;
  }

  /** So many bytes an update may have, so that the producer sends it. */
  static int most(Bytes key) {
    return Topics.MAX_RECORD_BYTES - BESIDES - key.get().length;
  }
}
