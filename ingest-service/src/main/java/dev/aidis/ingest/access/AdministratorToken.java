package dev.aidis.ingest.access;

import dev.aidis.ingest.token.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The token that a file holds, so that a tracker can be administered before it has any other. Only
 * its hash is kept.
 */
record AdministratorToken(String hash) {
  private static final int LEAST_LENGTH = 32;

  /**
   * Reads it.
   *
   * @return null if there is to be none
   * @throws IllegalStateException with a sentence, if the file is no good
   */
  static @Nullable AdministratorToken in(@Nullable String file) {
    if (file == null) {
      return null;
    }
    try {
      String text = Files.readString(Path.of(file)).strip();
      if (text.length() < LEAST_LENGTH || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
        throw new IllegalStateException(
            "the token in %s must have %d visible ASCII characters at least: make one with `openssl rand -hex 32`"
                .formatted(file, LEAST_LENGTH));
      }
      return new AdministratorToken(Secret.hashOf(text));
    } catch (IOException | InvalidPathException e) {
      throw new IllegalStateException(
          "the token file %s cannot be read (%s): set AIDIS_TOKEN_FILE to one that can"
              .formatted(file, e),
          e);
    }
  }

  boolean is(String credential) {
    return Secret.isSame(hash, Secret.hashOf(credential));
  }
}
