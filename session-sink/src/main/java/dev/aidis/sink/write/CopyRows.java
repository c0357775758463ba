package dev.aidis.sink.write;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;

/**
 * Writes rows by {@code COPY … FROM STDIN (FORMAT binary)}, which Postgres takes a page at a time
 * where it takes an {@code INSERT} row by row. The columns come in the order of the calls; each
 * method names the Postgres type that its column must have.
 */
final class CopyRows<R> {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final int NO_FLAGS = 0;
  private static final int NO_EXTENSION = 0;
  private static final int END_OF_ROWS = -1;
  private static final int ABSENT = -1;
  private static final byte JSONB_VERSION = 1;
  private static final int ONE_DIMENSION = 1;
  private static final int LOWER_BOUND = 1;

  /** Enough for one network write; what is buffered is sent on. */
  private static final int CHUNK = 256 << 10;

  private final List<Field<R>> fields = new ArrayList<>();
  private final CopyBuffer out = new CopyBuffer(CHUNK + (16 << 10));

  private interface Field<R> {
    void write(R row);
  }

  private interface Encoder<V> {
    void write(V value);
  }

  /** {@code uuid}. */
  CopyRows<R> uuid(Function<R, @Nullable UUID> column) {
    return field(
        column,
        id -> {
          out.int4(2 * Long.BYTES);
          out.int8(id.getMostSignificantBits());
          out.int8(id.getLeastSignificantBits());
        });
  }

  /** {@code text}. */
  CopyRows<R> text(Function<R, @Nullable String> column) {
    return field(column, this::writeText);
  }

  /** {@code timestamptz}, of which whole milliseconds are kept. */
  CopyRows<R> time(Function<R, @Nullable Instant> column) {
    return field(
        column,
        time -> {
          out.int4(Long.BYTES);
          out.int8(BinaryArrays.micros(time));
        });
  }

  /** {@code bigint}. */
  CopyRows<R> bigint(Function<R, @Nullable Number> column) {
    return field(
        column,
        number -> {
          out.int4(Long.BYTES);
          out.int8(number.longValue());
        });
  }

  /**
   * {@code integer}.
   *
   * @throws ArithmeticException from {@link #insert} if it is none
   */
  CopyRows<R> integer(Function<R, @Nullable Number> column) {
    return field(
        column,
        number -> {
          out.int4(Integer.BYTES);
          out.int4(Math.toIntExact(number.longValue()));
        });
  }

  /** {@code smallint}. */
  CopyRows<R> smallint(ToIntFunction<R> column) {
    fields.add(
        row -> {
          out.int4(Short.BYTES);
          out.int2(column.applyAsInt(row));
        });
    return this;
  }

  /** {@code boolean}. */
  CopyRows<R> flag(Predicate<R> column) {
    fields.add(
        row -> {
          out.int4(1);
          out.int1(column.test(row) ? 1 : 0);
        });
    return this;
  }

  /** {@code text[]}. */
  CopyRows<R> texts(Function<R, List<String>> column) {
    fields.add(row -> writeTexts(column.apply(row)));
    return this;
  }

  /** {@code jsonb}. */
  CopyRows<R> json(Function<R, String> column) {
    fields.add(
        row -> {
          byte[] json = column.apply(row).getBytes(StandardCharsets.UTF_8);
          out.int4(1 + json.length);
          out.int1(JSONB_VERSION);
          out.bytes(json);
        });
    return this;
  }

  /**
   * Sends the rows.
   *
   * @param copy the statement; names the columns in their order
   */
  void insert(Connection connection, String copy, Collection<R> rows) throws SQLException {
    CopyIn in = new CopyManager(connection.unwrap(BaseConnection.class)).copyIn(copy);
    try {
      out.bytes(SIGNATURE);
      out.int4(NO_FLAGS);
      out.int4(NO_EXTENSION);
      for (R row : rows) {
        out.int2(fields.size());
        for (Field<R> field : fields) {
          field.write(row);
        }
        if (out.size() >= CHUNK) {
          send(in);
        }
      }
      out.int2(END_OF_ROWS);
      send(in);
      in.endCopy();
    } finally {
      out.clear();
      if (in.isActive()) {
        in.cancelCopy();
      }
    }
  }

  private void send(CopyIn in) throws SQLException {
    in.writeToCopy(out.array(), 0, out.size());
    out.clear();
  }

  private <V> CopyRows<R> field(Function<R, @Nullable V> column, Encoder<V> encoder) {
    fields.add(
        row -> {
          V value = column.apply(row);
          if (value == null) {
            out.int4(ABSENT);
          } else {
            encoder.write(value);
          }
        });
    return this;
  }

  private void writeText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.int4(bytes.length);
    out.bytes(bytes);
  }

  /** See {@code array_recv} in Postgres: its length, a header, then each element. */
  private void writeTexts(List<String> texts) {
    List<byte[]> elements =
        texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    int header = (texts.isEmpty() ? 3 : 5) * Integer.BYTES;
    out.int4(header + elements.stream().mapToInt(e -> Integer.BYTES + e.length).sum());
    out.int4(texts.isEmpty() ? 0 : ONE_DIMENSION);
    out.int4(0); // none is absent
    out.int4(Oid.TEXT);
    if (!texts.isEmpty()) {
      out.int4(texts.size());
      out.int4(LOWER_BOUND);
    }
    for (byte[] element : elements) {
      out.int4(element.length);
      out.bytes(element);
    }
  }
}
