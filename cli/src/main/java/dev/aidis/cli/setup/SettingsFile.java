package dev.aidis.cli.setup;

import dev.aidis.cli.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The file in which a program keeps its user's settings. */
record SettingsFile(Path path) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /**
   * Its text; nothing if there is no such file.
   *
   * @throws CliException if it cannot be read
   */
  String read() {
    try {
      return Files.readString(path);
    } catch (NoSuchFileException absent) {
      return "";
    } catch (IOException e) {
      throw CliException.failure("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  /**
   * The document in a text.
   *
   * @throws CliException if it is none
   */
  Jsonc document(String text) {
    return Jsonc.of(text)
        .orElseThrow(
            () ->
                CliException.failure(
                    path + " is not a JSON object: correct it first; nothing was changed"));
  }

  /**
   * Replaces the text at one stroke; a link stays one.
   *
   * @return a copy of the file as it was, if there was one
   */
  Optional<Path> write(String text, Instant now) {
    try {
      Path real = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
      Path directory = Files.createDirectories(real.resolveSibling("")).toAbsolutePath();
      Optional<Path> copy = Files.exists(real) ? Optional.of(copy(real, now)) : Optional.empty();
      Path unfinished = Files.createTempFile(directory, "settings", ".part");
      try {
        Files.writeString(unfinished, text);
        keepPermissions(real, unfinished);
        Files.move(unfinished, real, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
      return copy;
    } catch (IOException e) {
      throw CliException.failure("cannot write " + path + ": " + e.getMessage(), e);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    if (Files.exists(from)
        && from.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
  }

  private static Path copy(Path real, Instant now) throws IOException {
    String name = real.getFileName() + ".before-aidis-" + STAMP.format(now);
    Path copy = real.resolveSibling(name);
    for (int more = 2; Files.exists(copy); more++) {
      copy = real.resolveSibling(name + "-" + more);
    }
    return Files.copy(real, copy, StandardCopyOption.COPY_ATTRIBUTES);
  }
}
