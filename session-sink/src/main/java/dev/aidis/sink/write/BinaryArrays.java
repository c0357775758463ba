package dev.aidis.sink.write;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Arrays in Postgres' own binary format, for the types that the driver only knows to send as text:
 * neither side spends time on writing and reading it.
 */
final class BinaryArrays {
  private static final int DIMENSIONS = 1;
  private static final int LOWER_BOUND = 1;
  private static final int HEADER = 5 * Integer.BYTES;
  private static final int ABSENT = -1;
  private static final long POSTGRES_EPOCH_MS = 946_684_800_000L;
  private static final long MICROS_PER_MS = 1_000;

  private BinaryArrays() {}

  static <R> Array uuids(
      Connection connection, Collection<R> rows, Function<R, @Nullable UUID> column)
      throws SQLException {
    byte[] bytes =
        encoded(
            rows,
            column,
            Oid.UUID,
            2 * Long.BYTES,
            (out, id) ->
                out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
    return array(connection, Oid.UUID_ARRAY, bytes);
  }

  /** Times as {@code timestamptz}, of which whole milliseconds are kept. */
  static <R> Array times(
      Connection connection, Collection<R> rows, Function<R, @Nullable Instant> column)
      throws SQLException {
    byte[] bytes =
        encoded(
            rows, column, Oid.TIMESTAMPTZ, Long.BYTES, (out, time) -> out.putLong(micros(time)));
    return array(connection, Oid.TIMESTAMPTZ_ARRAY, bytes);
  }

  /**
   * The time as {@code timestamptz} holds it, by its whole milliseconds.
   *
   * @throws ArithmeticException if Postgres has no such time
   */
  static long micros(Instant time) {
    return Math.multiplyExact(time.toEpochMilli() - POSTGRES_EPOCH_MS, MICROS_PER_MS);
  }

  private static Array array(Connection connection, int type, byte[] bytes) throws SQLException {
    return new PgArray(connection.unwrap(BaseConnection.class), type, bytes);
  }

  /** See {@code array_recv} in Postgres: a header, then each element with its length before it. */
  private static <R, V> byte[] encoded(
      Collection<R> rows,
      Function<R, @Nullable V> column,
      int elementType,
      int elementLength,
      BiConsumer<ByteBuffer, V> write) {
    ByteBuffer out = ByteBuffer.allocate(HEADER + rows.size() * (Integer.BYTES + elementLength));
    out.putInt(rows.isEmpty() ? 0 : DIMENSIONS).putInt(1).putInt(elementType);
    if (!rows.isEmpty()) {
      out.putInt(rows.size()).putInt(LOWER_BOUND);
    }
    for (R row : rows) {
      V value = column.apply(row);
      if (value == null) {
        out.putInt(ABSENT);
      } else {
        out.putInt(elementLength);
        write.accept(out, value);
      }
    }
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }
}
