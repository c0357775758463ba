package dev.aidis.sink.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bytes that are gathered to be sent, numbers in network order as Postgres' binary formats want
 * them. Unlike the JDK's streams it takes no lock and copies nothing to be read. For one thread.
 */
final class CopyBuffer {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes;
  private int size;

  /**
   * @param capacity bytes to begin with; it grows as needed
   */
  CopyBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  void int1(int value) {
    bytes[advance(1)] = (byte) value;
  }

  void int2(int value) {
    SHORT.set(bytes, advance(Short.BYTES), (short) value);
  }

  void int4(int value) {
    INT.set(bytes, advance(Integer.BYTES), value);
  }

  void int8(long value) {
    LONG.set(bytes, advance(Long.BYTES), value);
  }

  void bytes(byte[] value) {
    int at = advance(value.length);
    System.arraycopy(value, 0, bytes, at, value.length);
  }

  int size() {
    return size;
  }

  /** Of which the first {@link #size} bytes count, until the next call of another method. */
  byte[] array() {
    return bytes;
  }

  void clear() {
    size = 0;
  }

  /** Makes room for the next bytes and gives where they begin. */
  private int advance(int count) {
    int at = size;
    if (bytes.length - at < count) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(at, count)));
    }
    size = at + count;
    return at;
  }
}
