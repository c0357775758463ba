package dev.aidis.schemas.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileMentionsTest {
  static Stream<Arguments> texts() {
    return Stream.of(
        mentions("@src/auth/login.ts", "src/auth/login.ts"),
        mentions("see @README.md.", "README.md"),
        mentions(
            "(@a/b.c), [@d/e.f]; \"@g.h\" '@i.j' `@k.l`!", "a/b.c", "d/e.f", "g.h", "i.j", "k.l"),
        mentions("twice @a.txt and @a.txt and @./a.txt", "a.txt"),
        mentions("@src/ and @Makefile/", "src/", "Makefile/"),
        mentions(
            "line @a.ts:12, @b.ts:12:5, @c.ts#L3 and @d.ts#L3-L9", "a.ts", "b.ts", "c.ts", "d.ts"),
        mentions("@\"my notes.md\" has spaces", "my notes.md"),
        mentions("@.env and @~/.bashrc and @../up.txt", ".env", "~/.bashrc", "../up.txt"),
        mentions("@größe/straße.java @文件.txt", "größe/straße.java", "文件.txt"),
        mentions("@src\\win\\path.cs", "src\\win\\path.cs"),
        mentions("ask ada@example.org or a.b+c@mail.example.org"),
        mentions("@Override public void run() and @ada said so"),
        mentions("versions @1.2.3 and pkg@2.0.0 and https://host/@user/x"),
        mentions("resources @github:issue://7 and @docs:file://a/b.md"),
        mentions("nothing @ here, @... nor @/ nor @@x.y"),
        mentions(""));
  }

  private static Arguments mentions(String text, String... paths) {
    return Arguments.of(text, List.of(paths));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @MethodSource("texts")
  void mentionsAreFiles(String text, List<String> paths) {
    assertThat(FileMentions.in(text)).isEqualTo(paths);
  }
}
