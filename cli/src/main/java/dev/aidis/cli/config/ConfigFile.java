package dev.aidis.cli.config;

import dev.aidis.cli.CliException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of the configuration: {@code config} with a {@code key=value} a line, which the
 * launcher reads too ({@code scripts/config.sh}), and {@code token}, which only the user can read.
 *
 * @param directory {@code $XDG_CONFIG_HOME/aidis} or {@code ~/.config/aidis}
 */
public record ConfigFile(Path directory) {
  /** Names the variables that {@link #over} has added. */
  static final String FROM_CONFIG = "AIDIS_FROM_CONFIG";

  private static final String TOKEN_FILE = "AIDIS_TOKEN_FILE";

  /** The user's. */
  public static ConfigFile of(Map<String, String> environment, Path userHome) {
    String told = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path base = told.isBlank() ? userHome.resolve(".config") : Path.of(told);
    return new ConfigFile(base.resolve("aidis"));
  }

  /** The environment, and below it what is configured. */
  public Map<String, String> over(Map<String, String> environment) {
    Map<String, String> merged = new HashMap<>(environment);
    List<String> added = new ArrayList<>();
    values()
        .forEach(
            (key, value) -> {
              if (environment.getOrDefault(key.variable(), "").isBlank()) {
                merged.put(key.variable(), value);
                added.add(key.wireName());
              }
            });
    if (Files.isReadable(tokenFile())
        && environment.getOrDefault(Key.TOKEN.variable(), "").isBlank()
        && environment.getOrDefault(TOKEN_FILE, "").isBlank()) {
      merged.put(TOKEN_FILE, tokenFile().toString());
      added.add(Key.TOKEN.wireName());
    }
    merged.put(FROM_CONFIG, String.join(" ", added));
    return merged;
  }

  /** Those that are set, but for the token. */
  Map<Key, String> values() {
    Map<Key, String> values = new TreeMap<>();
    for (String line : lines()) {
      int equals = line.indexOf('=');
      for (Key key : Key.values()) {
        if (equals > 0 && key != Key.TOKEN && line.substring(0, equals).equals(key.wireName())) {
          values.put(key, line.substring(equals + 1));
        }
      }
    }
    return values;
  }

  boolean hasToken() {
    return Files.exists(tokenFile());
  }

  /** Sets a value, or removes it; other lines stay as they are. */
  void set(Key key, @Nullable String value) {
    try {
      if (key == Key.TOKEN) {
        if (value == null) {
          Files.deleteIfExists(tokenFile());
        } else {
          write(tokenFile(), value + "\n");
        }
        return;
      }
      List<String> lines = new ArrayList<>(lines());
      lines.removeIf(line -> line.startsWith(key.wireName() + "="));
      if (value != null) {
        lines.add(key.wireName() + "=" + value);
      }
      write(directory.resolve("config"), lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw CliException.failure("cannot write to " + directory + ": " + e.getMessage(), e);
    }
  }

  private Path tokenFile() {
    return directory.resolve("token");
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(directory.resolve("config"));
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException e) {
      throw CliException.failure(
          "cannot read " + directory.resolve("config") + ": " + e.getMessage(), e);
    }
  }

  /** At one stroke, so that nobody reads half of it; readable by the user alone. */
  private void write(Path file, String text) throws IOException {
    Files.createDirectories(directory, ownerOnly("rwx------"));
    Path unfinished = Files.createTempFile(directory, "config", ".part", ownerOnly("rw-------"));
    try {
      Files.writeString(unfinished, text);
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
