package dev.aidis.archive;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A compressed file: one line of JSON that names format, version, month and columns, then a line
 * for each row, as Postgres' {@code COPY} writes them as text.
 */
final class MonthFile {
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{\"format\":\"aidis-archive\",\"version\":1,\"month\":\"([0-9-]+)\",\"columns\":\\[\"([a-z0-9_\",]+)\"]}");

  private final Path file;

  MonthFile(Path file) {
    this.file = file;
  }

  /** Writes rows, or reads them. */
  @FunctionalInterface
  interface Rows<S> {
    long copy(S stream) throws IOException, SQLException;
  }

  static String name(YearMonth month) {
    return "session_activities-" + month + ".copy.gz";
  }

  Path path() {
    return file;
  }

  /**
   * Writes the file beside its place, flushes it to the disk and moves it there. Returns the number
   * of rows.
   */
  long write(YearMonth month, List<String> columns, Rows<OutputStream> rows)
      throws IOException, SQLException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(unfinished);
    long count;
    try (FileChannel channel =
            FileChannel.open(
                unfinished,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                ownerOnly(unfinished));
        GZIPOutputStream gzip =
            new GZIPOutputStream(
                new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16))) {
      gzip.write(header(month, columns).getBytes(StandardCharsets.UTF_8));
      count = rows.copy(gzip);
      gzip.finish();
      gzip.flush();
      channel.force(true);
    }
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncDirectory();
    return count;
  }

  /** The columns of the rows. Refuses a file of another month or kind. */
  List<String> columns(YearMonth month) throws IOException, ArchiveException {
    try (InputStream in = open()) {
      String header = firstLine(in);
      Matcher matcher = HEADER.matcher(header);
      if (!matcher.matches() || !matcher.group(1).equals(month.toString())) {
        throw new ArchiveException(
            file + " is not the archive of " + month + ": put the right file there", null);
      }
      return List.of(matcher.group(2).split("\",\"", -1));
    }
  }

  /** Reads the rows. */
  long read(Rows<InputStream> rows) throws IOException, SQLException {
    try (InputStream in = open()) {
      firstLine(in);
      return rows.copy(new NotClosed(in));
    }
  }

  /** Decompresses all of it, and counts the rows. */
  long count() throws IOException, SQLException {
    return read(
        in -> {
          long lines = 0;
          byte[] buffer = new byte[1 << 16];
          for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
              lines += buffer[i] == '\n' ? 1 : 0;
            }
          }
          return lines;
        });
  }

  /** SHA-256 of the file as it lies there. */
  String sha256() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String header(YearMonth month, List<String> columns) {
    return "{\"format\":\"aidis-archive\",\"version\":1,\"month\":\"%s\",\"columns\":[\"%s\"]}\n"
        .formatted(month, String.join("\",\"", columns));
  }

  private InputStream open() throws IOException {
    return new BufferedInputStream(
        new GZIPInputStream(Files.newInputStream(file), 1 << 16), 1 << 16);
  }

  private static String firstLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  private void syncDirectory() throws IOException {
    Path directory = file.getParent();
    if (directory != null && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(directory)) {
        channel.force(true);
      }
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Whoever copies may close its stream; the file is closed here. */
  private static final class NotClosed extends FilterInputStream {
    NotClosed(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return in.read(buffer, offset, length);
    }

    @Override
    public void close() {}
  }
}
