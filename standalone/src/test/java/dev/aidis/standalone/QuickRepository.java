package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A repository of many commits, made by git itself in a moment. */
final class QuickRepository {
  private static final long FIRST = 1_700_000_000;

  private QuickRepository() {}

  /** Each commit writes one file anew, a minute after the one before. */
  static Path make(Path directory, int commits) throws IOException {
    Files.createDirectories(directory);
    StringBuilder stream = new StringBuilder();
    for (int i = 0; i < commits; i++) {
      stream.append(
          """
          commit refs/heads/main
          author Ada <ada@example.org> %1$d +0000
          committer Ada <ada@example.org> %1$d +0000
          data 4
          more
          M 644 inline file.txt
          data 5
          %2$04d

          """
              .formatted(FIRST + i * 60L, i));
    }
    git(directory, "", "init", "-q", "-b", "main");
    git(directory, stream.toString(), "fast-import", "--quiet");
    git(directory, "", "reset", "-q", "--hard", "main");
    return directory;
  }

  private static void git(Path directory, String input, String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(List.of("git"))).directory(directory.toFile());
    builder.command().addAll(List.of(arguments));
    Process process =
        builder
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(process.onExit().join().exitValue()).as(String.join(" ", arguments)).isZero();
  }
}
