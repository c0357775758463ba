package dev.aidis.git;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.jgit.util.RawParseUtils;
import org.jspecify.annotations.Nullable;

/**
 * E-mail and time of a raw commit's author, read as leniently as git's {@code %ae} and {@code %at}:
 * old tools wrote author lines that JGit's own parser gives up on.
 */
record AuthorLine(String email, @Nullable Instant time) {

  static AuthorLine of(byte[] rawCommit) {
    int begin = RawParseUtils.author(rawCommit, 0);
    if (begin < 0) {
      return new AuthorLine("", null);
    }
    int end = RawParseUtils.nextLF(rawCommit, begin);
    String line = new String(rawCommit, begin, end - begin, StandardCharsets.UTF_8).strip();
    int opening = line.indexOf('<');
    int closing = line.indexOf('>', opening + 1);
    if (opening < 0 || closing < 0) {
      return new AuthorLine("", null);
    }
    return new AuthorLine(
        line.substring(opening + 1, closing), time(line.substring(line.lastIndexOf('>') + 1)));
  }

  private static @Nullable Instant time(String rest) {
    String digits = rest.strip().replaceFirst("\\D.*", "");
    // Twelve digits reach beyond the year 30000; more is no time.
    return digits.isEmpty() || digits.length() > 12
        ? null
        : Instant.ofEpochSecond(Long.parseLong(digits));
  }
}
