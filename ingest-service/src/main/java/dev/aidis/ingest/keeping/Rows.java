package dev.aidis.ingest.keeping;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The rows of a query as JSON objects, read a thousand at a time: numbers and flags as such, arrays
 * as lists, JSON as it is, times in UTC, everything else as text. Nulls are left out.
 */
final class Rows {
  private static final int AT_ONCE = 1_000;

  private Rows() {}

  /** The names of the query's columns. */
  static List<String> columns(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      ResultSetMetaData columns = statement.getMetaData();
      List<String> names = new ArrayList<>();
      for (int column = 1; column <= columns.getColumnCount(); column++) {
        names.add(columns.getColumnLabel(column));
      }
      return names;
    }
  }

  /**
   * Writes each row as a line.
   *
   * @param connection in a transaction, else all rows would be held at once
   */
  static void write(
      Connection connection, String query, List<String> arguments, String kind, JsonLines lines)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setFetchSize(AT_ONCE);
      for (int i = 0; i < arguments.size(); i++) {
        statement.setString(i + 1, arguments.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          List<Field> row = read(rows);
          lines.line(kind, json -> write(json, row));
        }
      }
    }
  }

  /** A column that is not null, with the database's name of its type. */
  private record Field(String name, String type, Object value) {}

  private static List<Field> read(ResultSet rows) throws SQLException {
    List<Field> row = new ArrayList<>();
    ResultSetMetaData columns = rows.getMetaData();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      String type = columns.getColumnTypeName(column).toLowerCase(Locale.ROOT);
      Object value = value(rows, column, type);
      if (value != null) {
        row.add(new Field(columns.getColumnLabel(column), type, value));
      }
    }
    return row;
  }

  private static @Nullable Object value(ResultSet rows, int column, String type)
      throws SQLException {
    return switch (type) {
      case "timestamptz" -> {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        yield time == null ? null : time.toInstant();
      }
      case "_text" -> {
        Array array = rows.getArray(column);
        yield array == null ? null : array.getArray();
      }
      default -> rows.getString(column);
    };
  }

  private static void write(JsonGenerator json, List<Field> row) {
    json.writeStartObject();
    for (Field field : row) {
      json.writeName(field.name());
      write(json, field.type(), field.value());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String type, Object value) {
    switch (type) {
      case "int2", "int4", "int8", "numeric", "serial", "bigserial" ->
          json.writeRawValue(value.toString());
      case "json", "jsonb" -> json.writeRawValue(value.toString());
      case "bool" -> json.writeBoolean("t".equals(value));
      case "_text" -> {
        json.writeStartArray();
        for (String element : (String[]) value) {
          json.writeString(element);
        }
        json.writeEndArray();
      }
      default -> json.writeString(value.toString());
    }
  }
}
