package dev.aidis.sink.write;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Binds rows to a statement as one array parameter for each column, in the order of the calls, for
 * {@code unnest}.
 */
final class Columns<R> {
  private final PreparedStatement statement;
  private final Collection<R> rows;
  private int parameters;

  private Columns(PreparedStatement statement, Collection<R> rows) {
    this.statement = statement;
    this.rows = rows;
  }

  static <R> Columns<R> bind(PreparedStatement statement, Collection<R> rows) {
    return new Columns<>(statement, rows);
  }

  /** Binds one array of ids to parameter {@code index}. */
  static void bindUuids(PreparedStatement statement, int index, Collection<UUID> ids)
      throws SQLException {
    statement.setArray(index, BinaryArrays.uuids(statement.getConnection(), ids, id -> id));
  }

  Columns<R> uuids(Function<R, @Nullable UUID> column) throws SQLException {
    return next(BinaryArrays.uuids(statement.getConnection(), rows, column));
  }

  Columns<R> texts(Function<R, @Nullable String> column) throws SQLException {
    return array("text", String[]::new, column);
  }

  Columns<R> times(Function<R, @Nullable Instant> column) throws SQLException {
    return next(BinaryArrays.times(statement.getConnection(), rows, column));
  }

  /** Each row's list as the text of an array, for a cast to {@code text[]}. */
  Columns<R> textLists(Function<R, List<String>> column) throws SQLException {
    return texts(row -> arrayText(column.apply(row)));
  }

  Columns<R> numbers(Function<R, @Nullable Number> column) throws SQLException {
    return array(
        "int8",
        Long[]::new,
        row -> {
          Number number = column.apply(row);
          return number == null ? null : number.longValue();
        });
  }

  Columns<R> decimals(Function<R, @Nullable BigDecimal> column) throws SQLException {
    return array("numeric", BigDecimal[]::new, column);
  }

  Columns<R> counts(ToLongFunction<R> column) throws SQLException {
    return array("int8", Long[]::new, column::applyAsLong);
  }

  Columns<R> flags(Predicate<R> column) throws SQLException {
    return array("bool", Boolean[]::new, column::test);
  }

  private <V> Columns<R> array(
      String type, IntFunction<@Nullable V[]> newArray, Function<R, @Nullable V> column)
      throws SQLException {
    @Nullable V[] values = newArray.apply(rows.size());
    int index = 0;
    for (R row : rows) {
      values[index++] = column.apply(row);
    }
    return next(statement.getConnection().createArrayOf(type, values));
  }

  private Columns<R> next(Array column) throws SQLException {
    statement.setArray(++parameters, column);
    return this;
  }

  private static String arrayText(List<String> values) {
    StringBuilder text = new StringBuilder("{");
    for (String value : values) {
      text.append(text.length() == 1 ? "\"" : ",\"")
          .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
          .append('"');
    }
    return text.append('}').toString();
  }
}
