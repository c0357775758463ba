package dev.aidis.cli.keeping;

import dev.aidis.cli.CliException;
import dev.aidis.cli.http.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/** Makes the file of a backup of what the tracker sends. Used once. */
final class BackupFile implements Lines.Visitor {
  static final String FORMAT = "aidis-backup";
  static final int VERSION = 1;
  static final String ACTIVITIES = "activities.jsonl";

  private static final String EXTENSION = ".jsonl";

  private final TablesZip zip;
  private final LongConsumer progress;
  private Json header = Json.empty();

  /**
   * @param progress told how many activities are written
   */
  BackupFile(OutputStream out, LongConsumer progress) {
    this.zip = new TablesZip(out);
    this.progress = progress;
  }

  @Override
  public void visit(String kind, String value) throws IOException {
    if (kind.equals("backup")) {
      header = Json.read(value).orElse(Json.empty());
      if (!FORMAT.equals(header.text("format")) || header.number("version") != VERSION) {
        throw CliException.failure(
            "the tracker's backups are of another version: use the command of the tracker's version");
      }
      return;
    }
    zip.begin(kind + EXTENSION);
    zip.row(value + "\n");
    if (ACTIVITIES.equals(kind + EXTENSION)) {
      progress.accept(activities());
    }
  }

  /** Finishes the file. */
  void end() throws IOException {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("format", FORMAT);
    about.put("version", VERSION);
    about.put("madeAt", header.text("madeAt", ""));
    about.put("partitions", header.number("partitions"));
    zip.end(about);
  }

  long activities() {
    return zip.rows(ACTIVITIES);
  }

  /** Writes what {@link #visit} took, for a tracker to restore. */
  static void send(KeptFile file, OutputStream out, LongConsumer progress) throws IOException {
    Json manifest = file.manifest();
    line(
        out,
        "{\"backup\":{\"format\":\"%s\",\"version\":%d,\"partitions\":%d}}"
            .formatted(FORMAT, manifest.number("version"), manifest.number("partitions")));
    long[] sent = {0};
    for (String name : file.files()) {
      String kind = name.substring(0, name.length() - EXTENSION.length());
      boolean counts = name.equals(ACTIVITIES);
      file.forEachLine(
          name,
          row -> {
            line(out, "{\"" + kind + "\":" + row + "}");
            if (counts) {
              progress.accept(++sent[0]);
            }
          });
    }
    line(out, "{\"end\":{}}");
  }

  private static void line(OutputStream out, String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
