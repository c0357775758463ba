package dev.aidis.ingest.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secret of a token, as its holder sends it: {@code aidis_}, the token's id, {@code _} and 256
 * random bits. So many need no slow hash, and the prefix lets scanners find one that got out.
 */
public final class Secret {
  /** No other credential begins so. */
  public static final String PREFIX = "aidis_";

  private static final int ID_BYTES = 8;
  private static final int RANDOM_BYTES = 32;
  private static final Pattern FORM = Pattern.compile(PREFIX + "([0-9a-f]{16})_[A-Za-z0-9_-]{43}");

  private final String id;
  private final String text;

  private Secret(String id, String text) {
    this.id = id;
    this.text = text;
  }

  static Secret make(SecureRandom random) {
    byte[] id = new byte[ID_BYTES];
    byte[] secret = new byte[RANDOM_BYTES];
    random.nextBytes(id);
    random.nextBytes(secret);
    String name = HexFormat.of().formatHex(id);
    return new Secret(
        name, PREFIX + name + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  static Optional<Secret> parse(String credential) {
    Matcher form = FORM.matcher(credential);
    return form.matches() ? Optional.of(new Secret(form.group(1), credential)) : Optional.empty();
  }

  String id() {
    return id;
  }

  /** To be shown once, to whom it is made for. */
  public String text() {
    return text;
  }

  String hash() {
    return hashOf(text);
  }

  /**
   * What editors send in its place, since WakaTime's plugins take nothing but a random UUID: 122
   * bits that come from the secret and do not lead back to it.
   */
  public String editorKey() {
    byte[] bits = sha256("editor key of " + text);
    bits[6] = (byte) ((bits[6] & 0x0f) | 0x40);
    bits[8] = (byte) ((bits[8] & 0x3f) | 0x80);
    String hex = HexFormat.of().formatHex(bits, 0, 16);
    return UUID.fromString(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"))
        .toString();
  }

  /** SHA-256 in hex. */
  public static String hashOf(String text) {
    return HexFormat.of().formatHex(sha256(text));
  }

  /** Takes the same time wherever two hashes differ. */
  public static boolean isSame(String hash, String other) {
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Fit for a log. */
  @Override
  public String toString() {
    return PREFIX + id + "_…";
  }
}
