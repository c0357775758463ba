package dev.aidis.sink.write;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(CHUNK + (16 << 10));
  private final DataOutputStream out = new DataOutputStream(buffer);

  private interface Field<R> {
    void write(R row) throws IOException;
  }

  private interface Encoder<V> {
    void write(V value) throws IOException;
  }

  /** {@code uuid}. */
  CopyRows<R> uuid(Function<R, @Nullable UUID> column) {
    return field(
        column,
        id -> {
          out.writeInt(2 * Long.BYTES);
          out.writeLong(id.getMostSignificantBits());
          out.writeLong(id.getLeastSignificantBits());
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
          out.writeInt(Long.BYTES);
          out.writeLong(BinaryArrays.micros(time));
        });
  }

  /** {@code bigint}. */
  CopyRows<R> bigint(Function<R, @Nullable Number> column) {
    return field(
        column,
        number -> {
          out.writeInt(Long.BYTES);
          out.writeLong(number.longValue());
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
          out.writeInt(Integer.BYTES);
          out.writeInt(Math.toIntExact(number.longValue()));
        });
  }

  /** {@code smallint}. */
  CopyRows<R> smallint(ToIntFunction<R> column) {
    fields.add(
        row -> {
          out.writeInt(Short.BYTES);
          out.writeShort(column.applyAsInt(row));
        });
    return this;
  }

  /** {@code boolean}. */
  CopyRows<R> flag(Predicate<R> column) {
    fields.add(
        row -> {
          out.writeInt(1);
          out.writeBoolean(column.test(row));
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
          out.writeInt(1 + json.length);
          out.writeByte(JSONB_VERSION);
          out.write(json);
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
      out.write(SIGNATURE);
      out.writeInt(NO_FLAGS);
      out.writeInt(NO_EXTENSION);
      for (R row : rows) {
        out.writeShort(fields.size());
        for (Field<R> field : fields) {
          field.write(row);
        }
        if (buffer.size() >= CHUNK) {
          send(in);
        }
      }
      out.writeShort(END_OF_ROWS);
      send(in);
      in.endCopy();
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer in memory is full", e);
    } finally {
      buffer.reset();
      if (in.isActive()) {
        in.cancelCopy();
      }
    }
  }

  private void send(CopyIn in) throws SQLException {
    byte[] bytes = buffer.toByteArray();
    buffer.reset();
    in.writeToCopy(bytes, 0, bytes.length);
  }

  private <V> CopyRows<R> field(Function<R, @Nullable V> column, Encoder<V> encoder) {
    fields.add(
        row -> {
          V value = column.apply(row);
          if (value == null) {
            out.writeInt(ABSENT);
          } else {
            encoder.write(value);
          }
        });
    return this;
  }

  private void writeText(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** See {@code array_recv} in Postgres: its length, a header, then each element. */
  private void writeTexts(List<String> texts) throws IOException {
    List<byte[]> elements =
        texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    int header = (texts.isEmpty() ? 3 : 5) * Integer.BYTES;
    out.writeInt(header + elements.stream().mapToInt(e -> Integer.BYTES + e.length).sum());
    out.writeInt(texts.isEmpty() ? 0 : ONE_DIMENSION);
    out.writeInt(0); // none is absent
    out.writeInt(Oid.TEXT);
    if (!texts.isEmpty()) {
      out.writeInt(texts.size());
      out.writeInt(LOWER_BOUND);
    }
    for (byte[] element : elements) {
      out.writeInt(element.length);
      out.write(element);
    }
  }
}
