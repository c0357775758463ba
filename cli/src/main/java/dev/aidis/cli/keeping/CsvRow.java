package dev.aidis.cli.keeping;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Rows as RFC 4180 has them: separated by commas, ended by CR LF. Texts are always quoted, numbers
 * and flags never, an absent value is nothing at all. Lists and objects are their JSON.
 *
 * <p>A spreadsheet takes a text that begins with {@code =}, {@code +}, {@code -} or {@code @} for a
 * formula, and a formula in data from elsewhere can do harm: such a text gets an apostrophe in
 * front, which spreadsheets understand as "this is text".
 */
final class CsvRow {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String LINE_END = "\r\n";

  /** Also their full-width forms, and what a spreadsheet skips before it looks. */
  private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠";

  private CsvRow() {}

  static String header(List<String> columns) {
    return String.join(",", columns) + LINE_END;
  }

  /** The row of a JSON object. */
  static String of(String object, List<String> columns) {
    Map<String, String> cells = cells(object);
    StringBuilder row = new StringBuilder();
    for (String column : columns) {
      row.append(row.isEmpty() && column.equals(columns.getFirst()) ? "" : ",");
      row.append(cells.getOrDefault(column, ""));
    }
    return row.append(LINE_END).toString();
  }

  private static Map<String, String> cells(String object) {
    Map<String, String> cells = new HashMap<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), object)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        cells.put(name, cell(parser));
      }
    }
    return cells;
  }

  private static String cell(JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> "";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> parser.getString();
      case START_ARRAY, START_OBJECT -> quoted(structure(parser));
      default -> quoted(parser.getString());
    };
  }

  private static String structure(JsonParser parser) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.copyCurrentStructure(parser);
    }
    return text.toString();
  }

  private static String quoted(String text) {
    boolean risky = !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0;
    return '"' + (risky ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
