package dev.aidis.cli.transcript;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The transcripts to import, the one written to longest ago first: what a resumed or forked session
 * copied is then told by the original.
 */
record TranscriptFiles(List<TranscriptFile> files) {
  private static final String ENDING = ".jsonl";

  record TranscriptFile(Path path, long size, FileTime modifiedAt) {}

  TranscriptFiles {
    files = List.copyOf(files);
  }

  /**
   * @param path a transcript or a directory of them at any depth; null for those of Claude Code
   */
  static TranscriptFiles of(@Nullable Path path, Surroundings surroundings) {
    Path start = path == null ? projects(surroundings) : path;
    if (!Files.exists(start)) {
      throw CliException.failure(
          "there is no '%s': name a transcript or a directory of them, such as ~/.claude/projects"
              .formatted(start));
    }
    try (Stream<Path> all = Files.walk(start)) {
      List<TranscriptFile> files =
          all.filter(file -> file.toString().endsWith(ENDING) || file.equals(start))
              .flatMap(TranscriptFiles::regular)
              .sorted(
                  Comparator.comparing(TranscriptFile::modifiedAt)
                      .thenComparing(TranscriptFile::path))
              .toList();
      if (files.isEmpty()) {
        throw CliException.failure("there are no transcripts (*.jsonl) in '%s'".formatted(start));
      }
      return new TranscriptFiles(files);
    } catch (IOException e) {
      throw CliException.failure("cannot read '%s': %s".formatted(start, e.getMessage()), e);
    }
  }

  long bytes() {
    return files.stream().mapToLong(TranscriptFile::size).sum();
  }

  private static Path projects(Surroundings surroundings) {
    String configured = surroundings.variable("CLAUDE_CONFIG_DIR");
    Path directory =
        configured == null ? surroundings.userHome().resolve(".claude") : Path.of(configured);
    return directory.resolve("projects");
  }

  private static Stream<TranscriptFile> regular(Path file) {
    try {
      BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
      return about.isRegularFile()
          ? Stream.of(new TranscriptFile(file, about.size(), about.lastModifiedTime()))
          : Stream.empty();
    } catch (IOException gone) {
      return Stream.empty();
    }
  }
}
