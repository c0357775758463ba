package dev.aidis.queries.accomplishment;

import dev.aidis.queries.KnowledgeQueries;
import dev.aidis.queries.Scope;
import dev.aidis.queries.SessionFilter;
import dev.aidis.queries.SessionQueries;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.jdbc.Database;
import dev.aidis.queries.stats.ClockQueries;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers "what did I accomplish in my last sessions?". */
public final class AccomplishmentQueries {
  /** The most sessions that can be asked for. */
  public static final int MOST = 100;

  private static final String DISTINCT_FILES =
      """
      SELECT count(DISTINCT f.file_path)
      FROM session_files f JOIN sessions s ON s.id = f.session_id
      WHERE s.owner = :owner AND s.uuid = ANY (:sessions) AND f.times_modified > 0
      """;

  private final SessionQueries sessions;
  private final KnowledgeQueries knowledge;
  private final ClockQueries clock;
  private final JdbcClient database;

  public AccomplishmentQueries(DataSource dataSource) {
    sessions = new SessionQueries(dataSource);
    knowledge = new KnowledgeQueries(dataSource);
    clock = new ClockQueries(dataSource);
    database = Database.of(dataSource);
  }

  /**
   * Of the sessions that began last.
   *
   * @param count at most so many, 1 to {@value #MOST}
   */
  public Accomplishments ofLast(Scope scope, int count) {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          "number of sessions " + count + " must lie between 1 and " + MOST);
    }
    List<SessionView> last = sessions.list(SessionFilter.newest(scope, count));
    UUID[] ids = last.stream().map(SessionView::id).toArray(UUID[]::new);
    return new Accomplishments(
        scope,
        last.stream().map(this::of).toList(),
        clock.of(scope.owner(), ids).total(),
        distinctFiles(scope.owner(), ids));
  }

  private SessionAccomplishment of(SessionView session) {
    String owner = session.owner();
    UUID id = session.id();
    return new SessionAccomplishment(
        session,
        knowledge.progress(owner, id),
        knowledge.completedTasks(owner, id, SessionAccomplishment.MOST),
        knowledge.decisions(owner, id, SessionAccomplishment.MOST),
        knowledge.context(owner, id, SessionAccomplishment.MOST),
        sessions.files(owner, id, SessionAccomplishment.MOST).most());
  }

  private long distinctFiles(String owner, UUID[] ids) {
    return database
        .sql(DISTINCT_FILES)
        .param("owner", owner)
        .param("sessions", ids)
        .query(Long.class)
        .single();
  }
}
