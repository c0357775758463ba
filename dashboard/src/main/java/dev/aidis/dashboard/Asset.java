package dev.aidis.dashboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A file as it is sent. */
final class Asset {
  private static final int TAG_DIGITS = 16;
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "svg", "image/svg+xml");

  private final String type;
  private final String tag;
  private final byte[] plain;
  private final byte[] compressed;

  private Asset(String type, byte[] content) {
    this.type = type;
    this.tag = tag(content);
    this.plain = content;
    this.compressed = compressed(content);
  }

  /** What is of no kind that pages load, such as a licence, is plain text. */
  static Asset of(String name, byte[] content) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return new Asset(TYPES.getOrDefault(ending, "text/plain;charset=utf-8"), content);
  }

  /** What browsers are told it is. */
  String type() {
    return type;
  }

  /** Names the content: the beginning of its SHA-256. */
  String tag() {
    return tag;
  }

  byte[] body(boolean gzip) {
    return gzip ? compressed : plain;
  }

  static String tag(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest).substring(0, TAG_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] compressed(byte[] content) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
