package dev.aidis.cli.keeping;

import dev.aidis.cli.CliException;
import dev.aidis.cli.http.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A zip that {@link TablesZip} wrote, opened for reading. */
final class KeptFile implements AutoCloseable {
  private final Path path;
  private final ZipFile zip;
  private final Json manifest;

  private KeptFile(Path path, ZipFile zip, Json manifest) {
    this.path = path;
    this.zip = zip;
    this.manifest = manifest;
  }

  /** Takes one line after the other. */
  @FunctionalInterface
  interface Visitor {
    void visit(String line) throws IOException;
  }

  /**
   * Opens the file.
   *
   * @param format that it must have
   * @param version up to which it can be read
   */
  static KeptFile open(Path path, String format, int version) {
    if (!Files.isRegularFile(path)) {
      throw CliException.failure("there is no file " + path);
    }
    try {
      ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
      KeptFile file = new KeptFile(path, zip, manifest(zip));
      file.require(format, version);
      return file;
    } catch (ZipException | NoSuchFileException e) {
      throw CliException.failure(
          path + " is not a zip that aidis wrote, or it is not whole: " + e.getMessage(), e);
    } catch (IOException e) {
      throw CliException.failure("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  Json manifest() {
    return manifest;
  }

  long rows(String file) {
    return manifest.object("files").object(file).number("rows");
  }

  List<String> files() {
    return manifest.object("files").names();
  }

  /** Reads every file once, and compares it with what the manifest says. */
  void verify() {
    for (String file : files()) {
      MessageDigest digest = TablesZip.sha256();
      try (InputStream in = new DigestInputStream(stream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw damaged(file, e);
      }
      String found = HexFormat.of().formatHex(digest.digest());
      if (!found.equals(manifest.object("files").object(file).text("sha256"))) {
        throw damaged(file, null);
      }
    }
  }

  void forEachLine(String file, Visitor visitor) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream(file), StandardCharsets.UTF_8), 1 << 16)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        visitor.visit(line);
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private InputStream stream(String file) throws IOException {
    ZipEntry entry = zip.getEntry(file);
    if (entry == null) {
      throw damaged(file, null);
    }
    return zip.getInputStream(entry);
  }

  private CliException damaged(String file, @Nullable Exception cause) {
    String message =
        "%s is damaged: %s in it is not what was written; nothing was changed, use another copy"
            .formatted(path, file);
    return cause == null ? CliException.failure(message) : CliException.failure(message, cause);
  }

  private void require(String format, int version) {
    if (!format.equals(manifest.text("format"))) {
      throw CliException.failure(
          "%s is no %s: its format is %s".formatted(path, format, manifest.text("format")));
    }
    if (manifest.number("version") > version) {
      throw CliException.failure(
          "%s has version %d of its format, this aidis reads up to %d: use a newer aidis"
              .formatted(path, manifest.number("version"), version));
    }
  }

  private static Json manifest(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(TablesZip.MANIFEST);
    if (entry == null) {
      throw new ZipException("it has no " + TablesZip.MANIFEST);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .orElseThrow(() -> new ZipException("its " + TablesZip.MANIFEST + " is not JSON"));
    }
  }
}
