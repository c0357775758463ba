package dev.aidis.schemas;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as it stands: what the processor keeps, publishes and the sink writes.
 *
 * <p>Files, notes and the timeline are not in it, so that its size does not grow with its length:
 * they are in the activities.
 *
 * @param id stays the same when the session's start moves; in a merge the one created first
 *     survives
 * @param first position of its first activity
 * @param last position of its last activity
 * @param startsWithStart whether a {@code session_started} began it or took it over
 * @param takenOverAt the {@code session_started} that took over a session of nothing but
 *     connections
 * @param onlyConnections whether it holds nothing but {@code client_connected}
 * @param pausedAtEnd whether its last activity is {@code session_paused}
 * @param revision grows with every published change, beyond every absorbed session's
 * @param createdAt when its first-arrived activity was appended to the log
 * @param touchedAt when the activity that changed it last was appended to the log
 * @param amended whether it changed after it had been published as closed
 * @param active sum of the gaps of at most 15 minutes (configurable) between its activities, pauses
 *     excepted
 * @param paused sum of the gaps after a {@code session_paused}
 * @param clientSession as told last
 * @param tags sorted, distinct
 * @param machines sorted, distinct
 * @param clients sorted, distinct
 * @param models by first use
 * @param goalVerdict as told last
 */
public record Session(
    UUID id,
    TrackerKey trackerKey,
    Position first,
    Position last,
    boolean startsWithStart,
    @Nullable Position takenOverAt,
    boolean onlyConnections,
    boolean pausedAtEnd,
    Closure closure,
    long revision,
    Instant createdAt,
    Instant touchedAt,
    boolean amended,
    Duration active,
    Duration paused,
    @Nullable Latest goal,
    @Nullable Latest project,
    @Nullable Latest clientSession,
    List<String> tags,
    List<String> machines,
    List<String> clients,
    List<ModelUse> models,
    Counters counters,
    @Nullable GoalVerdict goalVerdict) {

  public Session {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "session " + id + " ends at " + last + ", before it starts at " + first);
    }
    if (active.isNegative() || paused.isNegative() || revision < 0) {
      throw new IllegalArgumentException(
          "session %s: active %s, paused %s and revision %d must not be negative"
              .formatted(id, active, paused, revision));
    }
    createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
    touchedAt = touchedAt.truncatedTo(ChronoUnit.MILLIS);
    active = active.truncatedTo(ChronoUnit.MILLIS);
    paused = paused.truncatedTo(ChronoUnit.MILLIS);
    tags = List.copyOf(tags);
    machines = List.copyOf(machines);
    clients = List.copyOf(clients);
    models = List.copyOf(models);
  }

  public Instant startedAt() {
    return first.occurredAt();
  }

  public Instant lastActivityAt() {
    return last.occurredAt();
  }

  /** Whether its last activity is {@code session_joined}: a start right after it does not cut. */
  public boolean joinedAtEnd() {
    return last.rank() == ActivityType.SESSION_JOINED.rank();
  }

  /** Absent while the session is open; otherwise the time of its last activity. */
  public @Nullable Instant endedAt() {
    return closure == Closure.OPEN ? null : lastActivityAt();
  }

  /** From first to last activity, without pauses. */
  public Duration duration() {
    return Duration.between(startedAt(), lastActivityAt()).minus(paused);
  }

  public SessionStatus status() {
    return switch (closure) {
      case OPEN -> pausedAtEnd ? SessionStatus.PAUSED : SessionStatus.ACTIVE;
      case ENDED, CUT_BY_START, CUT_BY_LENGTH -> SessionStatus.ENDED;
      case TIMED_OUT -> SessionStatus.TIMEOUT;
    };
  }
}
