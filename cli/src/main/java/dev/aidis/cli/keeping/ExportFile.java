package dev.aidis.cli.keeping;

import dev.aidis.cli.CliException;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.intake.SeenIds;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Makes the file of an export of what the tracker sends. Used once. */
final class ExportFile implements Lines.Visitor {
  static final String FORMAT = "aidis-export";
  static final int VERSION = 1;
  static final String ACTIVITIES = "activities";

  private final TablesZip zip;
  private final Format format;
  private final LongConsumer progress;
  private final Map<String, SeenIds> seen = new HashMap<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private Json header = Json.empty();
  private long repeated;

  /** How the rows are written. */
  enum Format {
    JSON(".jsonl"),
    CSV(".csv");

    private final String extension;

    Format(String extension) {
      this.extension = extension;
    }

    String file(String table) {
      return table + extension;
    }
  }

  /**
   * @param progress told how many activities are written
   */
  ExportFile(OutputStream out, Format format, LongConsumer progress) {
    this.zip = new TablesZip(out);
    this.format = format;
    this.progress = progress;
  }

  @Override
  public void visit(String kind, String value) throws IOException {
    switch (kind) {
      case "export" -> readHeader(value);
      case "unreadable" -> counts.merge(kind, 1L, Long::sum);
      case ACTIVITIES -> {
        if (isNew(value)) {
          add(kind, value);
          progress.accept(counts.getOrDefault(kind, 0L));
        }
      }
      default -> add(kind, value);
    }
  }

  /** Finishes the file; tables without rows are in it too. */
  void end() throws IOException {
    for (String table : header.object("tables").names()) {
      if (!counts.containsKey(table)) {
        begin(table);
      }
    }
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("format", FORMAT);
    about.put("version", VERSION);
    about.put("rows", format.name().toLowerCase(Locale.ROOT));
    about.put("owner", header.text("owner", ""));
    about.put("exportedAt", header.text("exportedAt", ""));
    about.put("repeatedLeftOut", repeated);
    about.put("unreadableLeftOut", counts.getOrDefault("unreadable", 0L));
    zip.end(about);
  }

  String owner() {
    return header.text("owner", "");
  }

  /** Rows by table. */
  Map<String, Long> counts() {
    return counts;
  }

  private void readHeader(String value) {
    header = Json.read(value).orElse(Json.empty());
    if (!FORMAT.equals(header.text("format")) || header.number("version") != VERSION) {
      throw CliException.failure(
          "the tracker exports in format %s version %d, this command knows %s version %d: use the command of the tracker's version"
              .formatted(header.text("format"), header.number("version"), FORMAT, VERSION));
    }
  }

  private boolean isNew(String activity) {
    Json fields = Json.read(activity).orElse(Json.empty());
    boolean isNew =
        seen.computeIfAbsent(fields.text("workspace", ""), workspace -> new SeenIds())
            .add(UUID.fromString(fields.text("id", "")));
    repeated += isNew ? 0 : 1;
    return isNew;
  }

  private void add(String table, String value) throws IOException {
    begin(table);
    zip.row(format == Format.CSV ? CsvRow.of(value, columns(table)) : value + "\n");
    counts.merge(table, 1L, Long::sum);
  }

  private void begin(String table) throws IOException {
    if (zip.begin(format.file(table)) && format == Format.CSV) {
      zip.write(CsvRow.header(columns(table)));
    }
  }

  private List<String> columns(String table) {
    return header.object("tables").texts(table);
  }
}
