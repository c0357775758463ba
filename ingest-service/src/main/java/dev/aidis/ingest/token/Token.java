package dev.aidis.ingest.token;

import dev.aidis.schemas.ActivityLimits;
import dev.aidis.schemas.TrackerKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an access token stands for. Its secret is not in it, only what tells the secret when it is
 * seen again. Kept in the log as JSON: add fields at the end only, all of them may be absent.
 *
 * @param id tells it from the others; public
 * @param name for people
 * @param owner whose sessions may be read and written
 * @param machine where it is used; absent if it may name any
 * @param administrator whether it may speak for every owner, and administer the tracker
 * @param secretHash SHA-256 of the secret, in hex
 * @param editorKeyHash the same of the key that editors are given
 */
public record Token(
    String id,
    String name,
    String owner,
    @Nullable String machine,
    boolean administrator,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    String secretHash,
    String editorKeyHash) {

  public Token {
    new TrackerKey(owner, TrackerKey.MAIN);
    requireShort("name", name);
    if (machine != null) {
      requireShort("machine", machine);
    }
  }

  /** Whether it opens anything at that time. */
  public boolean isGoodAt(Instant time) {
    return revokedAt == null && (expiresAt == null || time.isBefore(expiresAt));
  }

  Token revoked(Instant time) {
    return revokedAt != null
        ? this
        : new Token(
            id,
            name,
            owner,
            machine,
            administrator,
            createdAt,
            expiresAt,
            time,
            secretHash,
            editorKeyHash);
  }

  private static void requireShort(String field, String value) {
    if (value.isBlank() || value.length() > ActivityLimits.SHORT) {
      throw new IllegalArgumentException(
          "%s of a token must have 1 to %d characters, not %d"
              .formatted(field, ActivityLimits.SHORT, value.length()));
    }
  }
}
