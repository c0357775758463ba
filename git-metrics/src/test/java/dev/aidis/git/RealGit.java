package dev.aidis.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The {@code git} of this machine, run in one directory, apart from the user's settings. */
final class RealGit {
  /** What goes on in the background would write into a directory that is removed after the test. */
  private static final List<String> ALONE =
      List.of("git", "-c", "gc.auto=0", "-c", "maintenance.auto=false");

  private final Path directory;

  RealGit(Path directory) {
    this.directory = directory;
  }

  /** What git prints; fails if git does. */
  String run(String... arguments) {
    return run(Map.of(), arguments);
  }

  String run(Map<String, String> environment, String... arguments) {
    Result result = attempt(environment, arguments);
    if (result.exitCode() != 0) {
      throw new AssertionError("git " + String.join(" ", arguments) + " failed in " + directory);
    }
    return result.output();
  }

  Result attempt(Map<String, String> environment, String... arguments) {
    Process process = start(environment, List.of(arguments));
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  record Result(int exitCode, String output) {}

  private Process start(Map<String, String> environment, List<String> arguments) {
    List<String> command = new ArrayList<>(ALONE);
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
