package dev.aidis.ingest.live;

import dev.aidis.ingest.session.SessionRef;
import dev.aidis.queries.ActivityView;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.TimelineFilter;
import dev.aidis.queries.TimelineFilter.Place;
import dev.aidis.queries.TimelinePage;
import dev.aidis.schemas.TrackerKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the current session of a tracker key and tells what is new since the last look. For one
 * thread.
 */
final class Watch {
  private static final int PAGE = 100;

  /** Beyond so many at once nobody reads them; the session's counters tell. */
  private static final int MOST_PAGES = 10;

  private static final Event NO_SESSION = new Event(Event.IDLE, null, "{}");

  private final TrackerKey key;
  private final Sources sources;
  private boolean looked;
  private @Nullable Place last;
  private @Nullable UUID session;
  private long revision;

  Watch(TrackerKey key, Sources sources) {
    this.key = key;
    this.sources = sources;
  }

  /**
   * What is new; at the first look nothing is.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away; then the next look
   *     finds what this one found
   */
  List<Event> look() {
    Optional<SessionView> current = current();
    List<Event> news = new ArrayList<>();
    UUID before = session;
    UUID now = current.map(SessionView::id).orElse(null);
    Place reached = last;
    if (!looked) {
      reached = now == null ? null : newest(now);
    } else {
      if (before != null && !before.equals(now)) {
        reached = tell(news, before, reached); // such as its end
      }
      if (now != null) {
        reached = tell(news, now, reached);
      }
      if (isChanged(current)) {
        news.add(state(current));
      }
    }
    looked = true;
    last = reached;
    session = now;
    revision = current.map(SessionView::revision).orElse(0L);
    return news;
  }

  /** How things stand, for somebody new. */
  Event state() {
    return state(current());
  }

  /**
   * What somebody missed who was told everything up to a place: nothing that {@link #look} will
   * tell.
   */
  List<Event> since(Place heard) {
    Place known = last;
    UUID id = session;
    if (known == null
        || id == null
        || known.activity().equals(heard.activity())
        || known.occurredAt().isBefore(heard.occurredAt())) {
      return List.of();
    }
    List<Event> missed = new ArrayList<>();
    for (ActivityView activity : pages(id, heard)) {
      missed.add(event(activity));
      if (activity.id().equals(known.activity())) {
        break;
      }
    }
    return missed;
  }

  private Optional<SessionView> current() {
    return sources.sessions().find(new SessionRef.Current(key));
  }

  private boolean isChanged(Optional<SessionView> current) {
    return current
        .map(view -> !view.id().equals(session) || view.revision() != revision)
        .orElse(session != null);
  }

  private Event state(Optional<SessionView> current) {
    return current
        .map(view -> sources.details().of(view))
        .map(detail -> new Event(Event.SESSION, null, sources.data().session(detail)))
        .orElse(NO_SESSION);
  }

  private @Nullable Place newest(UUID id) {
    return sources.timelines().of(key.owner(), id, TimelineFilter.newest(1)).activities().stream()
        .map(Place::of)
        .findFirst()
        .orElse(null);
  }

  /** Adds what a session has after a place, and returns the place it ends at. */
  private @Nullable Place tell(List<Event> news, UUID id, @Nullable Place after) {
    List<ActivityView> found = pages(id, after);
    found.forEach(activity -> news.add(event(activity)));
    return found.isEmpty() ? after : Place.of(found.getLast());
  }

  private List<ActivityView> pages(UUID id, @Nullable Place after) {
    List<ActivityView> found = new ArrayList<>();
    TimelineFilter filter = TimelineFilter.oldest(PAGE).withAfter(after);
    for (int i = 0; i < MOST_PAGES; i++) {
      TimelinePage page = sources.timelines().of(key.owner(), id, filter);
      found.addAll(page.activities());
      if (page.next() == null) {
        return found;
      }
      filter = filter.withAfter(page.next());
    }
    return found;
  }

  private Event event(ActivityView activity) {
    return new Event(
        Event.ACTIVITY, Place.of(activity).toString(), sources.data().activity(activity));
  }
}
