package dev.aidis.cli.spool;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The directory in which activities wait for the tracker; {@code scripts/spool.sh} says what is in
 * it, and delivers it.
 */
public record Spool(Path directory) {
  private static final String REASON = ".reason";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** The user's: below {@code $XDG_STATE_HOME}, else {@code ~/.local/state}. */
  public static Spool of(Surroundings surroundings) {
    String state = surroundings.variable("XDG_STATE_HOME");
    Path base = state == null ? surroundings.userHome().resolve(".local/state") : Path.of(state);
    return new Spool(base.resolve("aidis/spool"));
  }

  /** The records that wait, oldest first. */
  public List<Path> waiting() {
    return files("new").stream().filter(file -> !file.toString().endsWith(REASON)).toList();
  }

  /** The records that the tracker refused, oldest first. */
  public List<Path> rejected() {
    return files("rejected").stream().filter(file -> !file.toString().endsWith(REASON)).toList();
  }

  /** Why the tracker refused a record. */
  public String reasonOf(Path rejected) {
    return read(Path.of(rejected + REASON)).orElse("unknown").strip();
  }

  /** Why the last delivery left something behind. */
  public Optional<String> trouble() {
    return read(directory.resolve("trouble")).map(String::strip);
  }

  /** Whether it has reached its size, so that nothing more is kept. */
  public boolean isFull() {
    return Files.exists(directory.resolve("full"));
  }

  /** How many activities could neither be kept nor delivered. */
  public long lost() {
    try {
      return Files.size(directory.resolve("dropped"));
    } catch (IOException none) {
      return 0;
    }
  }

  /** Puts a record that was refused among those that wait. */
  public void retry(Path rejected) {
    String name = String.valueOf(rejected.getFileName()).replaceFirst("~\\d+$", "");
    try {
      Files.move(rejected, directory.resolve("new").resolve(name), StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(Path.of(rejected + REASON));
    } catch (IOException e) {
      throw CliException.failure("cannot move " + rejected + ": " + e.getMessage(), e);
    }
  }

  /** Forgets a record that was refused. */
  public void forget(Path rejected) {
    try {
      Files.deleteIfExists(rejected);
      Files.deleteIfExists(Path.of(rejected + REASON));
    } catch (IOException e) {
      throw CliException.failure("cannot remove " + rejected + ": " + e.getMessage(), e);
    }
  }

  /**
   * Keeps what is to be posted, durably.
   *
   * @param path to post it to
   * @param headers such as who records it; of one line each
   * @return false if there is no room
   */
  public boolean keep(String path, Map<String, String> headers, String body) {
    if (isFull()) {
      return false;
    }
    Instant now = Instant.now(Clock.systemUTC());
    String name = name(now);
    try {
      Path unfinished = directories().resolve("tmp").resolve(name);
      try (FileChannel file =
          FileChannel.open(unfinished, Set.of(CREATE_NEW, WRITE), ownerOnly("rw-------"))) {
        ByteBuffer record = ByteBuffer.wrap(record(path, headers, body, now));
        while (record.hasRemaining()) {
          file.write(record);
        }
        file.force(true);
      }
      Files.move(
          unfinished, directory.resolve("new").resolve(name), StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException noRoom) {
      return false;
    }
  }

  /**
   * The process that writes comes last: spool.sh leaves an unfinished record to it while it runs.
   */
  private static String name(Instant now) {
    return "%d.%09dZ.%d.%d"
        .formatted(
            now.getEpochSecond(),
            now.getNano(),
            NUMBER.incrementAndGet(),
            ProcessHandle.current().pid());
  }

  private static byte[] record(String path, Map<String, String> headers, String body, Instant now) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("path: " + path + "\n");
    head.append("at: ").append(now.getEpochSecond()).append(boot()).append('\n');
    head.append("bytes: ").append(bytes.length).append('\n');
    head.append("Aidis-Occurred-At: ").append(now).append('\n');
    headers.forEach(
        (header, value) ->
            head.append(header)
                .append(": ")
                .append(value.replaceAll("\\p{Cntrl}", " "))
                .append('\n'));
    return (head + "\n" + body).getBytes(StandardCharsets.UTF_8);
  }

  /** This boot and the hundredths of a second since it; nothing where the system does not say. */
  private static String boot() {
    try {
      String uptime = Files.readString(Path.of("/proc/uptime")).split(" ", 2)[0];
      return " %s %s"
          .formatted(
              Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip(),
              uptime.replace(".", ""));
    } catch (IOException unknown) {
      return "";
    }
  }

  private Path directories() throws IOException {
    for (String kind : List.of("new", "tmp", "rejected")) {
      Files.createDirectories(directory.resolve(kind), ownerOnly("rwx------"));
    }
    return directory;
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** Begins to deliver what waits, if the launcher has said where its scripts are. */
  public void deliverInBackground() {
    String scripts = System.getProperty("aidis.scripts");
    if (scripts == null) {
      return;
    }
    try {
      new ProcessBuilder("sh", Path.of(scripts, "spool.sh").toString(), "background")
          .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException noShell) {
      // The next hook or command begins it.
      return;
    }
  }

  private List<Path> files(String kind) {
    try (Stream<Path> files = Files.list(directory.resolve(kind))) {
      return files.sorted().toList();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException e) {
      throw CliException.failure("cannot read " + directory + ": " + e.getMessage(), e);
    }
  }

  private static Optional<String> read(Path file) {
    try {
      // What a tracker answered may be no UTF-8, and may be cut within a character.
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException none) {
      return Optional.empty();
    }
  }
}
