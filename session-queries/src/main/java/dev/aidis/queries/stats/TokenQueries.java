package dev.aidis.queries.stats;

import dev.aidis.queries.Scope;
import dev.aidis.queries.jdbc.Columns;
import dev.aidis.schemas.TokenUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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

  private static final String IS_ARCHIVED =
      """
      SELECT EXISTS (
        SELECT FROM archived_months
        WHERE month + interval '1 month' > :from AT TIME ZONE 'UTC' AND month < :reached AT TIME ZONE 'UTC')
      """;

  private final JdbcClient database;

  TokenQueries(JdbcClient database) {
    this.database = database;
  }

  /**
   * The most expensive first; what is archived last.
   *
   * @param all what the sessions used together
   */
  List<ModelTokens> of(Scope scope, Instant from, Instant until, TokenUsage all) {
    if (all.usesNothing()) {
      return List.of();
    }
    List<ModelTokens> told = told(scope, from, until);
    TokenUsage rest =
        without(
            all, told.stream().map(ModelTokens::usage).reduce(TokenUsage.NONE, TokenUsage::plus));
    return rest.usesNothing() || !isArchived(from, until)
        ? told
        : Stream.concat(told.stream(), Stream.of(new ModelTokens(ModelTokens.ARCHIVED, rest)))
            .toList();
  }

  private static TokenUsage without(TokenUsage all, TokenUsage part) {
    return new TokenUsage(
        Math.max(0, all.inputTokens() - part.inputTokens()),
        Math.max(0, all.outputTokens() - part.outputTokens()),
        Math.max(0, all.cacheReadTokens() - part.cacheReadTokens()),
        Math.max(0, all.cacheCreationTokens() - part.cacheCreationTokens()),
        Math.max(0, all.costMicroUsd() - part.costMicroUsd()));
  }

  private boolean isArchived(Instant from, Instant until) {
    return database
        .sql(IS_ARCHIVED)
        .param("from", Columns.parameter(from))
        .param("reached", Columns.parameter(until.plus(REACH)))
        .query(Boolean.class)
        .single();
  }

  private List<ModelTokens> told(Scope scope, Instant from, Instant until) {
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
