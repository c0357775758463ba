package dev.aidis.domain;

import dev.aidis.schemas.Closure;
import dev.aidis.schemas.Counters;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.Session;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Makes a copy of a session with some of its values replaced. */
final class SessionCopy {
  private final Session from;
  private UUID id;
  private Position first;
  private Position last;
  private boolean pausedAtEnd;
  private Closure closure;
  private long revision;
  private Instant createdAt;
  private Instant touchedAt;
  private boolean amended;
  private Counters counters;
  private List<String> tags;

  private SessionCopy(Session from) {
    this.from = from;
    id = from.id();
    first = from.first();
    last = from.last();
    pausedAtEnd = from.pausedAtEnd();
    closure = from.closure();
    revision = from.revision();
    createdAt = from.createdAt();
    touchedAt = from.touchedAt();
    amended = from.amended();
    counters = from.counters();
    tags = from.tags();
  }

  static SessionCopy of(Session session) {
    return new SessionCopy(session);
  }

  SessionCopy identity(UUID newId, Instant newCreatedAt) {
    id = newId;
    createdAt = newCreatedAt;
    return this;
  }

  SessionCopy range(Position newFirst, Position newLast) {
    first = newFirst;
    last = newLast;
    return this;
  }

  SessionCopy pausedAtEnd(boolean newPausedAtEnd) {
    pausedAtEnd = newPausedAtEnd;
    return this;
  }

  SessionCopy closure(Closure newClosure) {
    closure = newClosure;
    return this;
  }

  SessionCopy amended(boolean newAmended) {
    amended = newAmended;
    return this;
  }

  SessionCopy counters(Counters newCounters) {
    counters = newCounters;
    return this;
  }

  SessionCopy tags(List<String> newTags) {
    tags = newTags;
    return this;
  }

  /** A change at that time: the next revision after the given one. */
  SessionCopy touched(Instant at, long lastRevision) {
    touchedAt = at;
    revision = lastRevision + 1;
    return this;
  }

  Session build() {
    return new Session(
        id,
        from.trackerKey(),
        first,
        last,
        from.startsWithStart(),
        from.takenOverAt(),
        from.onlyConnections(),
        pausedAtEnd,
        closure,
        revision,
        createdAt,
        touchedAt,
        amended,
        from.active(),
        from.paused(),
        from.goal(),
        from.project(),
        from.clientSession(),
        tags,
        from.machines(),
        from.clients(),
        from.models(),
        counters,
        from.goalVerdict());
  }
}
