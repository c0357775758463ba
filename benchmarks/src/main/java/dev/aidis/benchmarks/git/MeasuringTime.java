package dev.aidis.benchmarks.git;

import dev.aidis.git.GitMeasurement;
import dev.aidis.git.Lines;
import dev.aidis.git.Measured;
import dev.aidis.git.MeasuredState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Times measurements of a repository in which a few files changed since the last one. */
final class MeasuringTime {
  private static final String AUTHOR = "ada@example.org";
  private static final int ROUNDS = 15;
  private static final int CHANGED = 5;
  private static final int FILES_A_DIRECTORY = 100;
  private static final String TEXT = "line\n".repeat(100);

  private MeasuringTime() {}

  /** All in milliseconds. */
  record Times(long first, long median, long slowest, long git) {}

  static Times of(int files) throws IOException, InterruptedException {
    Path root = Files.createTempDirectory("aidis-benchmark-git");
    fill(root, files);
    MeasuredState state = measure(root, null).state();
    long[] ours = new long[ROUNDS];
    long[] gits = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      change(root, round);
      long start = System.nanoTime();
      Measured measured = measure(root, state);
      ours[round] = millisSince(start);
      if (!measured.increment().equals(new Lines(CHANGED, 0))) {
        throw new IllegalStateException("measured " + measured.increment());
      }
      state = measured.state();
      start = System.nanoTime();
      Git.run(root, "diff", "HEAD", "--numstat");
      gits[round] = millisSince(start);
    }
    long first = ours[0];
    Arrays.sort(ours);
    Arrays.sort(gits);
    return new Times(first, ours[ROUNDS / 2], ours[ROUNDS - 1], gits[ROUNDS / 2]);
  }

  private static Measured measure(Path root, @Nullable MeasuredState state) {
    try (GitMeasurement measurement = GitMeasurement.open(root)) {
      return measurement.measure(state, AUTHOR);
    }
  }

  private static void fill(Path root, int files) throws IOException, InterruptedException {
    Git.run(root, "init", "-q");
    Git.run(root, "config", "user.name", "Ada");
    Git.run(root, "config", "user.email", AUTHOR);
    // Older than the index, as files are but for those just written: git calls others racy.
    FileTime before = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    for (int i = 0; i < files; i++) {
      Path file = file(root, i);
      Files.createDirectories(file.getParent());
      Files.writeString(file, i + "\n" + TEXT);
      Files.setLastModifiedTime(file, before);
    }
    Git.run(root, "add", "-A");
    Git.run(root, "commit", "-q", "-m", "All of them");
  }

  private static void change(Path root, int round) throws IOException {
    for (int i = 0; i < CHANGED; i++) {
      Path file = file(root, i * 1_000 + round);
      Files.writeString(file, Files.readString(file) + "one more\n");
    }
  }

  private static Path file(Path root, int number) {
    return root.resolve("dir" + number / FILES_A_DIRECTORY).resolve("file" + number + ".txt");
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
