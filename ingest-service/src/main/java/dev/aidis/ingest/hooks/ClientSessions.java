package dev.aidis.ingest.hooks;

import dev.aidis.ingest.session.Recent;
import dev.aidis.schemas.TrackerKey;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the assistants' sessions have told of themselves: only some events say the model, and a
 * shell may wander off. Thread-safe; remembers the most recently used sessions only.
 */
final class ClientSessions {
  private static final int MAX_SESSIONS = 10_000;

  private final Map<Key, Known> bySession = new Recent<>(MAX_SESSIONS);

  private record Key(TrackerKey trackerKey, @Nullable String session) {}

  /** What an event tells. */
  record News(
      @Nullable String model,
      @Nullable String repository,
      @Nullable String directory,
      @Nullable String project) {}

  /**
   * What is known of a session.
   *
   * @param root where it works: its repository, else the directory in which it was seen first
   * @param project that it named
   * @param since when it was first seen there, or named its project
   */
  record Known(
      @Nullable String model, @Nullable String root, @Nullable String project, Instant since) {

    private Known with(News news, Instant at) {
      String fallback = root == null ? news.directory() : root;
      String place = news.repository() == null ? fallback : news.repository();
      boolean moved = root != null && !Objects.equals(place, root);
      String named = news.project() == null && !moved ? project : news.project();
      return new Known(
          news.model() == null ? model : news.model(),
          place,
          named,
          moved || news.project() != null ? at : since);
    }
  }

  /** What is known with the news in it. */
  synchronized Known tell(TrackerKey key, @Nullable String session, News news, Instant at) {
    Key id = new Key(key, session);
    Known known = bySession.getOrDefault(id, new Known(null, null, null, at)).with(news, at);
    bySession.put(id, known);
    return known;
  }
}
