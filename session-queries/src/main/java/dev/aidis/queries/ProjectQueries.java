package dev.aidis.queries;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the project to go on with where nothing else tells it. Answers are names. */
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
      SELECT name FROM projects ORDER BY created_at DESC, id DESC LIMIT 1
      """;

  private final JdbcClient database;

  public ProjectQueries(DataSource dataSource) {
    database = JdbcClient.create(dataSource);
  }

  /**
   * The project of the owner's last session that has one, in whatever workspace.
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

  public Optional<String> defaultProject() {
    return database.sql(DEFAULT).query(String.class).optional();
  }

  /** The project made last. */
  public Optional<String> newest() {
    return database.sql(NEWEST).query(String.class).optional();
  }
}
