package dev.aidis.queries.comparison;

import dev.aidis.queries.SessionNotFoundException;
import dev.aidis.queries.SessionQueries;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.jdbc.Columns;
import dev.aidis.queries.jdbc.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares two sessions of an owner. */
public final class ComparisonQueries {
  private static final String FILES =
      """
      WITH both_sessions AS (
        SELECT coalesce(a.file_path, b.file_path) AS file_path,
          a.file_path IS NOT NULL AS in_first, b.file_path IS NOT NULL AS in_second,
          coalesce(a.times_modified, 0) AS times_first, coalesce(b.times_modified, 0) AS times_second
        FROM (SELECT * FROM session_files WHERE session_id = :first) a
        FULL JOIN (SELECT * FROM session_files WHERE session_id = :second) b USING (file_path)
      )
      SELECT *,
        count(*) FILTER (WHERE in_first AND in_second) OVER () AS common,
        count(*) FILTER (WHERE NOT in_second) OVER () AS only_first,
        count(*) FILTER (WHERE NOT in_first) OVER () AS only_second
      FROM both_sessions
      ORDER BY in_first AND in_second DESC, times_first + times_second DESC, file_path COLLATE "C"
      LIMIT :limit
      """;

  private final SessionQueries sessions;
  private final JdbcClient database;

  public ComparisonQueries(DataSource dataSource) {
    sessions = new SessionQueries(dataSource);
    database = Database.of(dataSource);
  }

  /**
   * Two sessions of the owner side by side.
   *
   * @throws SessionNotFoundException naming the one that the owner does not have
   */
  public Comparison compare(String owner, UUID first, UUID second) {
    return compare(side(owner, first), side(owner, second));
  }

  /** Two sessions that somebody has found as their own, side by side. */
  public Comparison compare(Side first, Side second) {
    SessionView one = first.session();
    SessionView two = second.session();
    return new Comparison(
        one,
        two,
        Measures.of(one, two),
        Measures.score(one, two),
        Measures.indicators(one, two),
        Overlap.of(one.tags(), two.tags()),
        files(one, two),
        Explanation.of(first, second));
  }

  private Side side(String owner, UUID id) {
    SessionView session =
        sessions.byId(owner, id).orElseThrow(() -> new SessionNotFoundException(owner, id));
    return new Side(session, session.id().equals(id) ? null : id.toString());
  }

  private record Row(FileOverlap.SharedFile file, long common, long onlyFirst, long onlySecond) {
    private static Row of(ResultSet row, int index) throws SQLException {
      return new Row(
          new FileOverlap.SharedFile(
              Columns.text(row, "file_path"),
              row.getBoolean("in_first"),
              row.getBoolean("in_second"),
              row.getLong("times_first"),
              row.getLong("times_second")),
          row.getLong("common"),
          row.getLong("only_first"),
          row.getLong("only_second"));
    }
  }

  private FileOverlap files(SessionView first, SessionView second) {
    List<Row> rows =
        database
            .sql(FILES)
            .param("first", first.number())
            .param("second", second.number())
            .param("limit", FileOverlap.MOST)
            .query(Row::of)
            .list();
    List<FileOverlap.SharedFile> files = new ArrayList<>();
    rows.forEach(row -> files.add(row.file()));
    return rows.isEmpty()
        ? new FileOverlap(0, 0, 0, List.of())
        : new FileOverlap(
            rows.getFirst().common(),
            rows.getFirst().onlyFirst(),
            rows.getFirst().onlySecond(),
            files);
  }
}
