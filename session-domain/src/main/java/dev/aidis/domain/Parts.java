package dev.aidis.domain;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The sessions that a {@link Recut} makes, in time order, as they grow. */
final class Parts {
  private final SessionFold fold;
  private final Boundary boundary;
  private final Activity late;
  private final Instant appendedAt;
  private final TrackerHistory history;
  private final List<Part> parts = new ArrayList<>();

  /** Ends since the open part was ended: they close nothing, unless a join takes that end back. */
  private final List<Activity> idleEnds = new ArrayList<>();

  Parts(
      SessionFold fold,
      Boundary boundary,
      Activity late,
      Instant appendedAt,
      TrackerHistory history) {
    this.fold = fold;
    this.boundary = boundary;
    this.late = late;
    this.appendedAt = appendedAt;
    this.history = history;
  }

  List<Part> inOrder() {
    return List.copyOf(parts);
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** The last of them, which what follows may join. */
  Session open() {
    return parts.getLast().session;
  }

  /** A whole session, which nothing precedes. */
  void begin(Session session) {
    parts.add(new Part(session));
  }

  /** Takes one activity, which follows all that was taken. */
  void take(Activity activity) {
    Session before = parts.isEmpty() ? null : open();
    switch (boundary.decide(before, activity)) {
      case JOINS -> append(activity);
      case BEGINS -> {
        if (before != null) {
          closeOpenBefore(activity);
        }
        idleEnds.clear();
        parts.add(new Part(single(activity)));
      }
      case CLOSES_NOTHING -> idleEnds.add(activity);
    }
  }

  /** Takes one that belongs to a session which is taken apart. */
  void takeApart(Activity activity) {
    take(activity);
    if (!parts.isEmpty()) {
      parts.getLast().apart = true;
    }
  }

  /** Adds a whole session that follows to the open part. */
  void join(Session following) {
    Part part = withIdleEnds();
    List<String> tags = part.session.tags();
    List<String> joined =
        tags.isEmpty()
            ? following.tags()
            : Tags.after(tags, following.first(), following.last(), history);
    part.session = SessionCopy.of(fold.merge(part.session, following)).tags(joined).build();
  }

  private void append(Activity activity) {
    Part part = withIdleEnds();
    part.session = fold.append(part.session, activity, single(activity));
  }

  /** The open part, with the ends that a join has taken back in it. */
  private Part withIdleEnds() {
    Part part = parts.getLast();
    idleEnds.forEach(end -> part.session = fold.merge(part.session, single(end)));
    idleEnds.clear();
    return part;
  }

  void closeOpenBefore(Activity next) {
    Part part = parts.getLast();
    part.session =
        SessionCopy.of(part.session).closure(boundary.closureBefore(part.session, next)).build();
  }

  private Session single(Activity activity) {
    return fold.of(Sessionizer.newSessionId(late, parts.size()), activity, appendedAt);
  }

  /** A session in the making. */
  static final class Part {
    private Session session;
    private boolean apart;

    private Part(Session session) {
      this.session = session;
    }

    /** As the fold has it: without its identity and its distinct counts. */
    Session session() {
      return session;
    }

    /** Whether it holds activities of a session that was taken apart. */
    boolean apart() {
      return apart;
    }

    boolean holdsStartOf(Session origin) {
      return holds(origin.first());
    }

    boolean holds(Position position) {
      return !position.isBefore(session.first()) && !position.isAfter(session.last());
    }
  }
}
