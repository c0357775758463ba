package dev.aidis.standalone.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds all data of one local tracker:
 *
 * <pre>
 * VERSION     of this layout
 * PARTITIONS  of each topic, chosen at the first start
 * kafka/      the log of record
 * postgres/   what the sink made of it
 * archive/    months of activities that were taken out of postgres/
 * streams/    the processor's state; can be made again from kafka/
 * cache/      unpacked programs; can be deleted while the tracker is stopped
 * logs/       aidis.log and its predecessors
 * run/        lock and tracker.json of the running tracker
 * </pre>
 */
public final class Home {
  /** Grows when a tracker could not read what an earlier one wrote. */
  static final String LAYOUT = "1";

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final Path directory;

  private Home(Path directory) {
    this.directory = directory;
  }

  /**
   * Makes the directories that are missing.
   *
   * @throws StartException if it cannot be written to, or holds another layout
   */
  public static Home open(Path directory) {
    Home home = new Home(directory);
    try {
      if (Files.notExists(directory)) {
        createPrivate(directory);
      }
      home.requireLayout();
      for (Path part : Set.of(home.logs(), home.run(), home.cache(), home.streams())) {
        Files.createDirectories(part);
      }
      Files.delete(Files.createTempFile(home.run(), "writable", null));
      return home;
    } catch (IOException e) {
      throw new StartException(
          "cannot write to the data directory %s: make it writable, or set %s to another one"
              .formatted(directory, Settings.HOME),
          e);
    }
  }

  public Path directory() {
    return directory;
  }

  public Path kafka() {
    return directory.resolve("kafka");
  }

  public Path postgres() {
    return directory.resolve("postgres");
  }

  public Path streams() {
    return directory.resolve("streams");
  }

  public Path cache() {
    return directory.resolve("cache");
  }

  /** Of months that are not in Postgres any more; made when the first one is archived. */
  public Path archive() {
    return directory.resolve("archive");
  }

  public Path logs() {
    return directory.resolve("logs");
  }

  public Path run() {
    return directory.resolve("run");
  }

  /**
   * The number of partitions of this home, fixed by the first call: another number would send a
   * tracker key to another partition than its state.
   *
   * @param wanted null for what the home has already
   * @param absent for a new home when nothing is wanted
   * @throws StartException if another number is wanted than the home has
   */
  public int partitions(@Nullable Integer wanted, int absent) throws IOException {
    Path file = directory.resolve("PARTITIONS");
    if (Files.notExists(file)) {
      int chosen = wanted == null ? absent : wanted;
      Files.writeString(file, chosen + "\n");
      return chosen;
    }
    int fixed = Integer.parseInt(Files.readString(file).strip());
    if (wanted != null && wanted != fixed) {
      throw new StartException(
          "%s is %d, but the tracker in %s has %d partitions since its first start: unset it"
              .formatted(Settings.PARTITIONS, wanted, directory, fixed));
    }
    return fixed;
  }

  private void requireLayout() throws IOException {
    Path file = directory.resolve("VERSION");
    if (Files.notExists(file)) {
      Files.writeString(file, LAYOUT + "\n");
      return;
    }
    String found = Files.readString(file).strip();
    if (!found.equals(LAYOUT)) {
      throw new StartException(
          "the data directory %s has layout %s, this version of AIDIS reads layout %s: use the version that made it, or set %s to another directory"
              .formatted(directory, found, LAYOUT, Settings.HOME));
    }
  }

  /** What a person does all day is for that person to see. */
  private static void createPrivate(Path directory) throws IOException {
    Path parent = directory.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    boolean isPosix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        isPosix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    Files.createDirectory(directory, attributes);
  }
}
