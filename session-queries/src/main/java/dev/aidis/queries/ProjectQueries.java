package dev.aidis.queries;

import dev.aidis.queries.jdbc.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists projects, and finds the one to go on with where nothing else tells it. */
public final class ProjectQueries {
  private static final String LAST_OF_OWNER =
      """
      SELECT p.name
      FROM sessions s JOIN projects p ON p.id = s.project_id
      WHERE s.owner = :owner AND s.last_activity_at >= :since
      ORDER BY s.last_activity_at DESC, s.id DESC
      LIMIT 1
      """;

  private static final String DEFAULT =
      """
      SELECT name FROM projects WHERE is_default
      """;

  private static final String NEWEST =
      """
      SELECT p.name FROM projects p
      WHERE EXISTS (SELECT FROM sessions s WHERE s.project_id = p.id AND s.owner = :owner)
      ORDER BY p.created_at DESC, p.id DESC
      LIMIT 1
      """;

  private static final String OF_OWNER =
      """
      SELECT p.name, count(*) AS sessions,
        min(s.started_at) AS first_started_at, max(s.last_activity_at) AS last_activity_at
      FROM sessions s JOIN projects p ON p.id = s.project_id
      WHERE s.owner = :owner
      GROUP BY p.id
      ORDER BY max(s.last_activity_at) DESC, p.name
      LIMIT :limit
      """;

  private final JdbcClient database;

  public ProjectQueries(DataSource dataSource) {
    database = JdbcClient.create(dataSource);
  }

  /**
   * The name of the project of the owner's last session that has one, in whatever workspace.
   *
   * @param since the session's last activity is not older
   */
  public Optional<String> lastOf(String owner, Instant since) {
    return database
        .sql(LAST_OF_OWNER)
        .param("owner", owner)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .optional();
  }

  /** The projects of the owner's sessions, those worked on last first. */
  public List<ProjectView> of(String owner, int limit) {
    return database
        .sql(OF_OWNER)
        .param("owner", owner)
        .param("limit", limit)
        .query(ProjectQueries::project)
        .list();
  }

  private static ProjectView project(ResultSet row, int index) throws SQLException {
    return new ProjectView(
        Columns.text(row, "name"),
        row.getLong("sessions"),
        Columns.time(row, "first_started_at"),
        Columns.time(row, "last_activity_at"));
  }

  public Optional<String> defaultProject() {
    return database.sql(DEFAULT).query(String.class).optional();
  }

  /** The name of the project made last of those that the owner has worked on. */
  public Optional<String> newest(String owner) {
    return database.sql(NEWEST).param("owner", owner).query(String.class).optional();
  }
}
