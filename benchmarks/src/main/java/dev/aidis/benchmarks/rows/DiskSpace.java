package dev.aidis.benchmarks.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Whether there is room for the databases, before somebody's disk is filled. */
final class DiskSpace {
  /** For Postgres' log, the broker and what is written in the rounds. */
  private static final long BESIDES = 6_000_000_000L;

  private static final double GIGABYTE = 1e9;

  private DiskSpace() {}

  /** There is not; the message tells what to do. */
  static final class TooLittleException extends Exception {
    private static final long serialVersionUID = 1L;

    TooLittleException(String message) {
      super(message);
    }
  }

  static void require(Path directory, List<Size> sizes) throws IOException, TooLittleException {
    require(directory, Files.getFileStore(directory).getUsableSpace(), sizes);
  }

  /**
   * @param free bytes in the directory
   */
  static void require(Path directory, long free, List<Size> sizes) throws TooLittleException {
    long needed = BESIDES + sizes.stream().mapToLong(Size::bytes).sum();
    if (free < needed) {
      String all = sizes.stream().map(Size::toString).collect(Collectors.joining(" and "));
      throw new TooLittleException(
          """
          %s take about %.0f GB, and there are %.0f GB free in %s: name smaller sizes, or another \
          directory by BENCHMARK_JAVA_OPTIONS=-Djava.io.tmpdir=DIRECTORY"""
              .formatted(all, needed / GIGABYTE, free / GIGABYTE, directory));
    }
  }
}
