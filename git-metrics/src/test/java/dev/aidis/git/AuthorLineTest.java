package dev.aidis.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AuthorLineTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Ada <ada@example.org> 1700000000 +0100, ada@example.org, 1700000000",
    "Ada <ada@example.org> 1700000000, ada@example.org, 1700000000",
    "<ada@example.org> 0 +0000, ada@example.org, 0",
    "Ada <> 5 +0000, '', 5",
    "Ada <ada> more> 7 +0000, ada, 7",
    "Ada <ada@example.org>, ada@example.org,",
    "Ada <ada@example.org> -5 +0000, ada@example.org,",
    "Ada <ada@example.org> 99999999999999 +0000, ada@example.org,",
    "Ada, '',",
  })
  void isReadAsGitReadsIt(String line, String email, Long seconds) {
    // When
    AuthorLine author = AuthorLine.of(commit("author " + line + "\n"));

    // Then
    assertThat(author)
        .isEqualTo(new AuthorLine(email, seconds == null ? null : Instant.ofEpochSecond(seconds)));
  }

  @Test
  void isAllowedToBeMissing() {
    assertThat(AuthorLine.of(commit(""))).isEqualTo(new AuthorLine("", null));
  }

  private static byte[] commit(String author) {
    String text =
        "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n"
            + author
            + "committer C <c@example.org> 1 +0000\n\nmessage\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
