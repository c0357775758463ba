package dev.aidis.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes the ids of activities, tasks and sessions. Thread-safe. */
public final class Ids {
  private static final UuidV7Generator GENERATOR =
      new UuidV7Generator(Clock.systemUTC(), new SecureRandom());

  /**
   * The UUIDv5 of {@code aidis.dev} as a DNS name. Fixed for ever: another namespace would give
   * every name another id.
   */
  private static final UUID NAMESPACE = UUID.fromString("b99ac194-d5bc-5e31-9400-1366aefb4a00");

  private Ids() {}

  /** A UUIDv7, greater (unsigned) than every one this process made before. */
  public static UUID newId() {
    return GENERATOR.next();
  }

  /** The UUIDv5 of a name in the namespace of AIDIS: the same for the same name, everywhere. */
  public static UUID nameBased(String name) {
    return nameBased(NAMESPACE, name);
  }

  static UUID nameBased(UUID namespace, String name) {
    MessageDigest sha1 = sha1();
    sha1.update(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(namespace.getMostSignificantBits())
            .putLong(namespace.getLeastSignificantBits())
            .flip());
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
    return UuidV7Generator.uuid(5, hash.getLong(), hash.getLong());
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
