package dev.aidis.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The processes of a Postgres that runs on this machine. */
public final class PostgresProcesses {
  private static final int DEPTH = 4;

  /** How the titles of those begin that work for a client who is {@code aidis}. */
  private static final String OF_CLIENTS = "postgres: aidis ";

  private final long postmaster;

  private PostgresProcesses(long postmaster) {
    this.postmaster = postmaster;
  }

  /**
   * @param directory its data are in it or a little below
   * @throws java.util.NoSuchElementException when none runs there
   */
  public static PostgresProcesses in(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory, DEPTH)) {
      Path pid = files.filter(file -> file.endsWith("postmaster.pid")).findFirst().orElseThrow();
      return new PostgresProcesses(Long.parseLong(Files.readAllLines(pid).getFirst().strip()));
    }
  }

  /** Of all of them, also of those that have ended, since the start. */
  public double cpuSeconds() throws IOException {
    return ids().mapToDouble(ProcessTimes::cpuSeconds).sum()
        + ProcessTimes.cpuSecondsOfEndedChildren(postmaster);
  }

  /** Of those that work for clients and have not ended. */
  public double cpuSecondsOfClients() throws IOException {
    return ids()
        .filter(pid -> ProcessTimes.title(pid).startsWith(OF_CLIENTS))
        .mapToDouble(ProcessTimes::cpuSeconds)
        .sum();
  }

  /** Ids of all that live. */
  public LongStream ids() throws IOException {
    return LongStream.concat(LongStream.of(postmaster), ProcessTimes.childrenOf(postmaster));
  }
}
