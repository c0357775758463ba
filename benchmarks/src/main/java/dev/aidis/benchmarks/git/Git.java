package dev.aidis.benchmarks.git;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The {@code git} of this machine, apart from the user's settings. */
final class Git {
  private Git() {}

  /** Runs a command and reads what it prints. */
  static <T> T run(Path directory, Reader<T> reader, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    Process process = builder.start();
    T result;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      result = reader.read(lines);
    }
    if (process.waitFor() != 0) {
      throw new IOException("git " + String.join(" ", arguments) + " failed in " + directory);
    }
    return result;
  }

  /** Reads what git prints. */
  @FunctionalInterface
  interface Reader<T> {
    T read(BufferedReader lines) throws IOException;
  }

  static void run(Path directory, String... arguments) throws IOException, InterruptedException {
    long characters =
        run(directory, lines -> lines.lines().mapToLong(String::length).sum(), arguments);
    assert characters >= 0;
  }
}
