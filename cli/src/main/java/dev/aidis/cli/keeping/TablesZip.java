package dev.aidis.cli.keeping;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A zip with one file for each table and a {@code manifest.json} that says what is in it: rows and
 * SHA-256 of each file. The same rows give the same bytes. Rows come table by table. Not
 * thread-safe.
 */
final class TablesZip {
  static final String MANIFEST = "manifest.json";

  /** Of every entry, so that equal contents make equal files. 1980-01-01, the earliest in a zip. */
  private static final long NO_TIME = 315_532_800_000L;

  private final ZipOutputStream zip;
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private String open = "";
  private MessageDigest digest = sha256();

  private record Table(long rows, String sha256) {}

  TablesZip(OutputStream out) {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
  }

  /** Begins a table's file, if it is not the one that is being written. Returns whether it was. */
  boolean begin(String file) throws IOException {
    if (open.equals(file)) {
      return false;
    }
    endTable();
    entry(file);
    open = file;
    tables.put(file, new Table(0, ""));
    return true;
  }

  /** Adds a row, with its line break, to the table that is being written. */
  void row(String text) throws IOException {
    write(text);
    tables.computeIfPresent(open, (file, table) -> new Table(table.rows() + 1, ""));
  }

  /** Adds text that is no row. */
  void write(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(bytes);
    zip.write(bytes);
  }

  long rows(String file) {
    Table table = tables.get(file);
    return table == null ? 0 : table.rows();
  }

  /** Writes the manifest: what is given, and what was counted. */
  void end(Map<String, Object> about) throws IOException {
    endTable();
    entry(MANIFEST);
    try (JsonGenerator json =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), new Unclosed(zip))) {
      json.writeStartObject();
      about.forEach((name, value) -> write(json, name, value));
      json.writeObjectPropertyStart("files");
      tables.forEach(
          (file, table) -> {
            json.writeObjectPropertyStart(file);
            json.writeNumberProperty("rows", table.rows());
            json.writeStringProperty("sha256", table.sha256());
            json.writeEndObject();
          });
      json.writeEndObject();
      json.writeEndObject();
    }
    zip.closeEntry();
    zip.finish();
  }

  private static void write(JsonGenerator json, String name, Object value) {
    if (value instanceof Number number) {
      json.writeNumberProperty(name, number.longValue());
    } else {
      json.writeStringProperty(name, value.toString());
    }
  }

  private void endTable() throws IOException {
    if (!open.isEmpty()) {
      zip.closeEntry();
      String sha256 = HexFormat.of().formatHex(digest.digest());
      tables.computeIfPresent(open, (file, table) -> new Table(table.rows(), sha256));
    }
  }

  private void entry(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(NO_TIME);
    zip.putNextEntry(entry);
    digest = sha256();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The generator closes what it writes to; the zip is not finished then. */
  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
