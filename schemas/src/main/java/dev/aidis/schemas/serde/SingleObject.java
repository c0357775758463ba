package dev.aidis.schemas.serde;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * The header of Avro's single-object encoding: C3 01, then the CRC-64-AVRO fingerprint of the
 * writer's schema, little-endian.
 */
final class SingleObject {
  static final int HEADER_LENGTH = 10;

  private static final int MAGIC_LENGTH = 2;
  private static final byte MAGIC_0 = (byte) 0xC3;
  private static final byte MAGIC_1 = 0x01;
  private static final VarHandle LITTLE_ENDIAN_LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private SingleObject() {}

  static byte[] header(long fingerprint) {
    byte[] header = new byte[HEADER_LENGTH];
    header[0] = MAGIC_0;
    header[1] = MAGIC_1;
    LITTLE_ENDIAN_LONG.set(header, MAGIC_LENGTH, fingerprint);
    return header;
  }

  static boolean hasMagic(byte[] bytes, int begin, int length) {
    return length >= MAGIC_LENGTH && bytes[begin] == MAGIC_0 && bytes[begin + 1] == MAGIC_1;
  }

  /** The writer's schema, of bytes that have the magic and at least a header's length. */
  static long fingerprint(byte[] bytes, int begin) {
    return (long) LITTLE_ENDIAN_LONG.get(bytes, begin + MAGIC_LENGTH);
  }

  /** The first bytes in hexadecimal, for an error message. */
  static String describeStart(byte[] bytes, int begin, int length) {
    return length == 0
        ? "nothing"
        : HEX.formatHex(bytes, begin, begin + Math.min(length, HEADER_LENGTH));
  }
}
