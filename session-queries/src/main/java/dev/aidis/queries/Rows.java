package dev.aidis.queries;

import dev.aidis.queries.jdbc.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads rows as views. */
final class Rows {
  private Rows() {}

  /** Of {@code session_overview}. */
  static SessionView session(ResultSet row, int index) throws SQLException {
    return new SessionView(
        row.getLong("number"),
        Columns.uuid(row, "uuid"),
        Columns.text(row, "owner"),
        Columns.text(row, "workspace"),
        row.getString("project"),
        Columns.time(row, "started_at"),
        Columns.time(row, "last_activity_at"),
        Columns.optionalTime(row, "ended_at"),
        row.getLong("duration_minutes"),
        row.getLong("active_minutes"),
        row.getLong("paused_minutes"),
        Columns.text(row, "status"),
        row.getString("session_goals"),
        row.getString("session_notes"),
        Columns.texts(row, "tags"),
        Columns.texts(row, "machines"),
        Columns.texts(row, "clients"),
        row.getString("mcp_connection_id"),
        row.getString("ai_model"),
        row.getString("ai_provider"),
        Columns.counters(row),
        row.getBigDecimal("productivity_score"),
        row.getBoolean("amended"),
        row.getLong("revision"),
        row.getString("goal_verdict"),
        row.getString("goal_verdict_explanation"));
  }

  /** All rows of {@code session_files}, each with the number of all files beside it. */
  static FileList files(ResultSet rows) throws SQLException {
    List<FileView> files = new ArrayList<>();
    long all = 0;
    while (rows.next()) {
      files.add(file(rows));
      all = rows.getLong("all_files");
    }
    return new FileList(files, all);
  }

  private static FileView file(ResultSet row) throws SQLException {
    return new FileView(
        Columns.text(row, "file_path"),
        row.getLong("times_modified"),
        row.getLong("mentioned_in_context"),
        row.getLong("loc_added"),
        row.getLong("loc_removed"),
        Columns.optionalTime(row, "first_modified_at"),
        Columns.optionalTime(row, "last_modified_at"));
  }

  static ActivityView activity(ResultSet row, int index) throws SQLException {
    return new ActivityView(
        Columns.uuid(row, "uuid"),
        Columns.text(row, "activity_type"),
        Columns.time(row, "occurred_at"),
        Columns.text(row, "machine"),
        row.getString("client"),
        row.getString("project"),
        row.getBoolean("ai_interaction"),
        row.getString("ai_model"),
        row.getString("activity_description"),
        row.getString("title"),
        row.getString("body"),
        Columns.optionalNumber(row, "task_id"),
        row.getString("task_status"),
        row.getString("file_path"),
        Columns.optionalNumber(row, "lines_added"),
        Columns.optionalNumber(row, "lines_removed"),
        Columns.texts(row, "tags"));
  }

  static TaskView task(ResultSet row, int index) throws SQLException {
    return new TaskView(
        row.getLong("id"),
        Columns.uuid(row, "uuid"),
        row.getString("title"),
        row.getString("description"),
        Columns.text(row, "status"),
        row.getString("project"),
        Columns.time(row, "created_at"),
        Columns.time(row, "updated_at"),
        Columns.optionalTime(row, "completed_at"));
  }

  static DecisionView decision(ResultSet row, int index) throws SQLException {
    return new DecisionView(
        row.getLong("id"),
        Columns.uuid(row, "uuid"),
        row.getString("title"),
        row.getString("rationale"),
        row.getString("project"),
        Columns.texts(row, "tags"),
        Columns.time(row, "created_at"));
  }

  static ContextItemView contextItem(ResultSet row, int index) throws SQLException {
    return new ContextItemView(
        row.getLong("id"),
        Columns.uuid(row, "uuid"),
        row.getString("title"),
        row.getString("content"),
        row.getString("project"),
        Columns.texts(row, "tags"),
        Columns.time(row, "created_at"));
  }
}
