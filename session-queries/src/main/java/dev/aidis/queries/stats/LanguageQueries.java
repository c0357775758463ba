package dev.aidis.queries.stats;

import dev.aidis.queries.Scope;
import dev.aidis.queries.jdbc.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds up by language what was written in the sessions that began in a range. */
final class LanguageQueries {
  private static final String LANGUAGES =
      """
      WITH files AS (
        SELECT f.file_path, f.loc_added, f.loc_removed,
          lower(substring(f.file_path FROM '[^/\\\\]\\.([^./\\\\]+)$')) AS extension
        FROM session_files f JOIN sessions s ON s.id = f.session_id
        WHERE s.owner = :owner AND s.started_at >= :from AND s.started_at < :until
          AND (f.times_modified > 0 OR f.loc_added > 0 OR f.loc_removed > 0)
          AND (:workspace::text IS NULL OR s.workspace = :workspace)
          AND (:project::text IS NULL OR s.project_id = (SELECT id FROM projects WHERE name = :project))
          AND (:tag::text IS NULL OR s.tags @> ARRAY[:tag::text])
          AND (:model::text IS NULL OR s.ai_model = :model)
          AND (:machine::text IS NULL OR s.machines @> ARRAY[:machine::text])
      )
      SELECT coalesce(l.language, f.extension, 'none') AS name, count(DISTINCT f.file_path) AS files,
        sum(f.loc_added) AS loc_added, sum(f.loc_removed) AS loc_removed
      FROM files f LEFT JOIN file_languages l ON l.extension = f.extension
      GROUP BY 1
      ORDER BY sum(f.loc_added + f.loc_removed) DESC, count(*) DESC,
        coalesce(l.language, f.extension, 'none') COLLATE "C"
      """;

  private final JdbcClient database;

  LanguageQueries(JdbcClient database) {
    this.database = database;
  }

  /** The most written first. */
  List<LanguageTotals> of(Scope scope, Instant from, Instant until) {
    return database
        .sql(LANGUAGES)
        .params(scope.parameters())
        .param("from", Columns.parameter(from))
        .param("until", Columns.parameter(until))
        .query(LanguageQueries::language)
        .list();
  }

  private static LanguageTotals language(ResultSet row, int index) throws SQLException {
    return new LanguageTotals(
        Columns.text(row, "name"),
        row.getLong("files"),
        row.getLong("loc_added"),
        row.getLong("loc_removed"));
  }
}
