package dev.aidis.queries.jdbc;

import dev.aidis.schemas.Counters;
import dev.aidis.schemas.TokenUsage;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads columns of a row as the types of the views. */
public final class Columns {
  private Columns() {}

  public static UUID uuid(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class), column);
  }

  public static Instant time(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(optionalTime(row, column), column);
  }

  public static @Nullable Instant optionalTime(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  public static @Nullable Integer optionalNumber(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Integer.class);
  }

  public static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }

  public static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  /** A time as a parameter. */
  public static @Nullable OffsetDateTime parameter(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }

  /** The counters of a session, or sums of them, in columns named as in {@code sessions}. */
  public static Counters counters(ResultSet row) throws SQLException {
    return new Counters(
        row.getLong("activities"),
        row.getLong("tasks_created"),
        row.getLong("tasks_completed"),
        row.getLong("tasks_in_progress"),
        row.getLong("tasks_todo"),
        row.getLong("context_items_added"),
        row.getLong("decisions_made"),
        row.getLong("files_modified_count"),
        row.getLong("file_modifications"),
        row.getLong("file_mentions"),
        row.getLong("loc_added_by_ai"),
        row.getLong("loc_removed_by_ai"),
        row.getLong("loc_added_by_human"),
        row.getLong("loc_removed_by_human"),
        row.getLong("prompts"),
        row.getLong("tool_uses"),
        usage(row));
  }

  /** Tokens and cost, in columns named as in {@code sessions}. */
  public static TokenUsage usage(ResultSet row) throws SQLException {
    return new TokenUsage(
        row.getLong("input_tokens"),
        row.getLong("output_tokens"),
        row.getLong("cache_read_tokens"),
        row.getLong("cache_creation_tokens"),
        row.getLong("cost_micro_usd"));
  }
}
