package dev.aidis.queries;

import dev.aidis.queries.jdbc.Columns;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists workspaces. */
public final class WorkspaceQueries {
  private static final String OF_OWNER =
      """
      SELECT workspace, count(*) AS sessions, max(last_activity_at) AS last_activity_at
      FROM sessions
      WHERE owner = :owner
      GROUP BY workspace
      ORDER BY max(last_activity_at) DESC, workspace
      LIMIT :limit
      """;

  private final JdbcClient database;

  public WorkspaceQueries(DataSource dataSource) {
    database = JdbcClient.create(dataSource);
  }

  /** The workspaces of the owner's sessions, those worked in last first. */
  public List<WorkspaceView> of(String owner, int limit) {
    return database
        .sql(OF_OWNER)
        .param("owner", owner)
        .param("limit", limit)
        .query(
            (row, index) ->
                new WorkspaceView(
                    Columns.text(row, "workspace"),
                    row.getLong("sessions"),
                    Columns.time(row, "last_activity_at")))
        .list();
  }
}
