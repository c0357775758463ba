package dev.aidis.standalone.failure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a judge looks at: the log and the database of a tracker, wherever it runs. */
interface Evidence {
  String bootstrapServers();

  /** The rows of a query, sorted, the columns of each joined by {@code |}. */
  List<String> rows(String query) throws SQLException;

  /** The same, of a database. */
  static List<String> rows(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      int columns = results.getMetaData().getColumnCount();
      while (results.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          values.add(String.valueOf(results.getString(column)));
        }
        rows.add(String.join("|", values));
      }
      rows.sort(null);
      return rows;
    }
  }
}
