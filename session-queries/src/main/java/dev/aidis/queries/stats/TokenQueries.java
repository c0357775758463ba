package dev.aidis.queries.stats;

import dev.aidis.queries.Scope;
import dev.aidis.queries.jdbc.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds up by AI model what the sessions that began in a range used. */
final class TokenQueries {
  /** Beyond the greatest length of a session, 24 hours unless configured otherwise. */
  private static final Duration REACH = Duration.ofDays(7);

  private static final String TOKENS =
      """
      WITH chosen AS (
        SELECT s.id FROM sessions s
        WHERE s.owner = :owner AND s.started_at >= :from AND s.started_at < :until
          AND (:workspace::text IS NULL OR s.workspace = :workspace)
          AND (:project::text IS NULL OR s.project_id = (SELECT id FROM projects WHERE name = :project))
          AND (:tag::text IS NULL OR s.tags @> ARRAY[:tag::text])
          AND (:model::text IS NULL OR s.ai_model = :model)
          AND (:machine::text IS NULL OR s.machines @> ARRAY[:machine::text])
      )
      SELECT coalesce(u.model, 'unknown') AS model,
        sum(u.input_tokens) AS input_tokens, sum(u.output_tokens) AS output_tokens,
        sum(u.cache_read_tokens) AS cache_read_tokens, sum(u.cache_creation_tokens) AS cache_creation_tokens,
        sum(u.cost_micro_usd) AS cost_micro_usd
      FROM token_use u JOIN chosen c ON c.id = u.session_id
      WHERE u.owner = :owner AND u.occurred_at >= :from AND u.occurred_at < :reached
      GROUP BY 1
      HAVING sum(u.input_tokens + u.output_tokens + u.cache_read_tokens + u.cache_creation_tokens + u.cost_micro_usd) > 0
      ORDER BY sum(u.cost_micro_usd) DESC, sum(u.input_tokens + u.output_tokens) DESC, coalesce(u.model, 'unknown') COLLATE "C"
      """;

  private final JdbcClient database;

  TokenQueries(JdbcClient database) {
    this.database = database;
  }

  List<ModelTokens> of(Scope scope, Instant from, Instant until) {
    return database
        .sql(TOKENS)
        .params(scope.parameters())
        .param("from", Columns.parameter(from))
        .param("until", Columns.parameter(until))
        .param("reached", Columns.parameter(until.plus(REACH)))
        .query((row, index) -> new ModelTokens(Columns.text(row, "model"), Columns.usage(row)))
        .list();
  }
}
