package dev.aidis.sink.write;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds to the files of sessions what new activities tell about them. */
final class FileRows {
  private static final String ADD =
      """
      INSERT INTO session_files AS f (session_id, file_path, times_modified, mentioned_in_context,
        loc_added, loc_removed, first_modified_at, last_modified_at)
      SELECT session_id, file_path, times_modified, mentioned, added, removed, first_at, last_at
      FROM unnest(?, ?, ?, ?, ?, ?, ?, ?) AS u (
        session_id, file_path, times_modified, mentioned, added, removed, first_at, last_at)
      ON CONFLICT (session_id, file_path) DO UPDATE SET
        times_modified = f.times_modified + excluded.times_modified,
        mentioned_in_context = f.mentioned_in_context + excluded.mentioned_in_context,
        loc_added = f.loc_added + excluded.loc_added,
        loc_removed = f.loc_removed + excluded.loc_removed,
        first_modified_at = least(f.first_modified_at, excluded.first_modified_at),
        last_modified_at = greatest(f.last_modified_at, excluded.last_modified_at)
      RETURNING session_id, file_path, times_modified
      """;

  private static final Set<ActivityType> ABOUT_FILES =
      Set.of(ActivityType.FILE_MODIFIED, ActivityType.FILE_MENTIONED, ActivityType.CODE_MEASURED);

  private FileRows() {}

  private record Place(long session, String path) {}

  /** In one order for all writers, so that none waits for another that waits for it. */
  private static final Comparator<Place> ORDER =
      Comparator.comparingLong(Place::session).thenComparing(Place::path);

  /** What a batch tells about one file of a session. */
  private static final class Told {
    private final Place place;
    private int timesModified;
    private int mentioned;
    private long added;
    private long removed;
    private @Nullable Instant firstAt;
    private @Nullable Instant lastAt;

    Told(Place place) {
      this.place = place;
    }

    void add(Activity activity) {
      if (activity.kind() == ActivityType.FILE_MENTIONED) {
        mentioned++;
        return;
      }
      added += countOf(activity.linesAdded());
      removed += countOf(activity.linesRemoved());
      if (activity.kind() == ActivityType.FILE_MODIFIED) {
        modifiedAt(activity.occurredAt());
      }
    }

    private void modifiedAt(Instant at) {
      timesModified++;
      firstAt = firstAt == null || at.isBefore(firstAt) ? at : firstAt;
      lastAt = lastAt == null || at.isAfter(lastAt) ? at : lastAt;
    }

    private static long countOf(@Nullable Number lines) {
      return lines == null ? 0 : lines.longValue();
    }
  }

  /**
   * Adds them up.
   *
   * @param fresh activities that were not counted before
   * @param sessions numbers of sessions by id
   * @return the sessions in which a file was modified for the first time
   */
  static Set<UUID> write(
      Connection connection, List<PlacedActivity> fresh, Map<UUID, Long> sessions)
      throws SQLException {
    Map<Place, Told> told = new TreeMap<>(ORDER);
    for (PlacedActivity placed : fresh) {
      Place place = placeOf(placed, sessions);
      if (place != null) {
        told.computeIfAbsent(place, Told::new).add(placed.activity());
      }
    }
    Set<Long> withNewFiles = told.isEmpty() ? Set.of() : add(connection, told);
    return sessions.entrySet().stream()
        .filter(session -> withNewFiles.contains(session.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static @Nullable Place placeOf(PlacedActivity placed, Map<UUID, Long> sessions) {
    String path = placed.activity().filePath();
    UUID sessionId = placed.sessionId();
    if (path == null || sessionId == null || !ABOUT_FILES.contains(placed.activity().kind())) {
      return null;
    }
    Long session = sessions.get(sessionId);
    return session == null ? null : new Place(session, path);
  }

  private static Set<Long> add(Connection connection, Map<Place, Told> told) throws SQLException {
    Set<Long> withNewFiles = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      bind(statement, told.values());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          long session = rows.getLong("session_id");
          Told now = told.get(new Place(session, rows.getString("file_path")));
          int byThisBatch = now == null ? 0 : now.timesModified;
          if (byThisBatch > 0 && rows.getInt("times_modified") == byThisBatch) {
            withNewFiles.add(session);
          }
        }
      }
    }
    return withNewFiles;
  }

  private static void bind(PreparedStatement statement, Collection<Told> told) throws SQLException {
    Columns.bind(statement, told)
        .numbers(file -> file.place.session())
        .texts(file -> file.place.path())
        .numbers(file -> file.timesModified)
        .numbers(file -> file.mentioned)
        .numbers(file -> file.added)
        .numbers(file -> file.removed)
        .times(file -> file.firstAt)
        .times(file -> file.lastAt);
  }
}
