package dev.aidis.queries;

import dev.aidis.queries.jdbc.Columns;
import dev.aidis.queries.jdbc.Database;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists an owner's tasks, decisions and context items, whatever session they were told in. */
public final class ItemQueries {
  private static final String TASKS =
      """
      SELECT t.*, p.name AS project
      FROM tasks t LEFT JOIN projects p ON p.id = t.project_id
      WHERE t.owner = :owner AND t.created_position IS NOT NULL
        AND (:workspace::text IS NULL OR t.workspace = :workspace)
        AND (:project::text IS NULL OR p.name = :project)
        AND (:tag::text IS NULL OR t.tags @> ARRAY[:tag::text])
        AND (:status::text IS NULL OR t.status = :status)
        AND (:words::text IS NULL OR words_in(t.title) @@ to_tsquery('simple', :words))
        AND (:before::timestamptz IS NULL OR (t.created_at, t.id) < (:before, :before_number))
      ORDER BY t.created_at DESC, t.id DESC
      LIMIT :limit
      """;

  private static final String DECISIONS =
      """
      SELECT d.*, p.name AS project
      FROM decisions d LEFT JOIN projects p ON p.id = d.project_id
      WHERE d.owner = :owner AND d.created_position IS NOT NULL
        AND (:workspace::text IS NULL OR d.workspace = :workspace)
        AND (:project::text IS NULL OR p.name = :project)
        AND (:tag::text IS NULL OR d.tags @> ARRAY[:tag::text])
        AND (:words::text IS NULL OR words_in(d.title, d.rationale) @@ to_tsquery('simple', :words))
        AND (:before::timestamptz IS NULL OR (d.created_at, d.id) < (:before, :before_number))
      ORDER BY d.created_at DESC, d.id DESC
      LIMIT :limit
      """;

  private static final String CONTEXT =
      """
      SELECT c.*, p.name AS project
      FROM context c LEFT JOIN projects p ON p.id = c.project_id
      WHERE c.owner = :owner AND c.created_position IS NOT NULL
        AND (:workspace::text IS NULL OR c.workspace = :workspace)
        AND (:project::text IS NULL OR p.name = :project)
        AND (:tag::text IS NULL OR c.tags @> ARRAY[:tag::text])
        AND (:words::text IS NULL OR words_in(c.title, c.content) @@ to_tsquery('simple', :words))
        AND (:before::timestamptz IS NULL OR (c.created_at, c.id) < (:before, :before_number))
      ORDER BY c.created_at DESC, c.id DESC
      LIMIT :limit
      """;

  private final JdbcClient database;

  public ItemQueries(DataSource dataSource) {
    database = Database.of(dataSource);
  }

  /**
   * Tasks; of the text, words in their titles.
   *
   * @param status as it is now, by its name on the wire; absent for all
   */
  public ItemPage<TaskView> tasks(ItemFilter filter, @Nullable String status) {
    return ItemPage.of(
        statement(TASKS, filter).param("status", status).query(Rows::task).list(),
        filter.limit(),
        task -> new ItemFilter.Place(task.createdAt(), task.number()));
  }

  /** Decisions; of the text, words in their titles and reasons. */
  public ItemPage<DecisionView> decisions(ItemFilter filter) {
    return ItemPage.of(
        statement(DECISIONS, filter).query(Rows::decision).list(),
        filter.limit(),
        decision -> new ItemFilter.Place(decision.madeAt(), decision.number()));
  }

  /** Context items; of the text, words in their titles and contents. */
  public ItemPage<ContextItemView> context(ItemFilter filter) {
    return ItemPage.of(
        statement(CONTEXT, filter).query(Rows::contextItem).list(),
        filter.limit(),
        item -> new ItemFilter.Place(item.addedAt(), item.number()));
  }

  /** For one row more than the page has, which tells whether there is another page. */
  private JdbcClient.StatementSpec statement(String sql, ItemFilter filter) {
    ItemFilter.Place before = filter.before();
    return database
        .sql(sql)
        .param("owner", filter.owner())
        .param("workspace", filter.workspace())
        .param("project", filter.project())
        .param("tag", filter.tag())
        .param("words", Words.query(filter.text()))
        .param("before", before == null ? null : Columns.parameter(before.createdAt()))
        .param("before_number", before == null ? null : before.number())
        .param("limit", filter.limit() + 1);
  }
}
