package dev.aidis.cli.keeping;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Query;
import dev.aidis.cli.http.Reply;
import dev.aidis.cli.http.TrackerClient;
import dev.aidis.cli.progress.StatusLine;
import dev.aidis.cli.tracker.Asker;
import dev.aidis.cli.tracker.TrackerAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aidis export}. */
@Command(
    name = "export",
    description = {
      "Write all of your data to a zip file: your sessions and all that happened in them.",
      "As JSON it can be imported elsewhere, with `aidis import export FILE`; as CSV it is for spreadsheets."
    })
public final class ExportCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The file to write; aidis-export-DATE.zip if not given.")
  private @Nullable Path file;

  @Option(names = "--csv", description = "One CSV file for each table, instead of JSON lines.")
  private boolean csv;

  @Option(names = "--owner", paramLabel = "NAME", description = "The data of another owner.")
  private @Nullable String owner;

  @Option(names = "--force", description = "Replace the file if it exists.")
  private boolean force;

  public ExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    LocalDate today = LocalDate.now(surroundings.clock());
    Path wanted = file == null ? Path.of("aidis-export-" + today + ".zip") : file;
    NewFile target = new NewFile(wanted, force).check();
    StatusLine status = new StatusLine(surroundings);
    try {
      target.write(out -> export(out, status, target.path()));
    } finally {
      status.end();
    }
    return 0;
  }

  private void export(OutputStream out, StatusLine status, Path path) throws IOException {
    ExportFile.Format format = csv ? ExportFile.Format.CSV : ExportFile.Format.JSON;
    ExportFile export =
        new ExportFile(
            out,
            format,
            count -> status.show(() -> String.format(Locale.ROOT, "%,d activities", count)));
    download(export);
    export.end();
    status.end();
    report(export, path);
  }

  private void download(ExportFile export) {
    TrackerClient client = TrackerAddress.client(surroundings);
    Optional<Reply> refusal;
    try {
      refusal =
          client.download(
              new Query("/api/v1/export").with("owner", owner).toString(),
              new Asker(surroundings).headers(),
              body -> Lines.read(body, export));
    } catch (IOException e) {
      throw TrackerAddress.notAnswering(surroundings, client.address(), e);
    }
    if (refusal.isPresent()) {
      throw CliException.failure(refusal.get().problem());
    }
  }

  private void report(ExportFile export, Path path) {
    surroundings
        .out()
        .printf(
            Locale.ROOT,
            "Exported %,d activities in %,d sessions of %s to %s%n",
            export.counts().getOrDefault(ExportFile.ACTIVITIES, 0L),
            export.counts().getOrDefault("sessions", 0L),
            export.owner(),
            path);
    long unreadable = export.counts().getOrDefault("unreadable", 0L);
    if (unreadable > 0) {
      surroundings
          .err()
          .printf(
              Locale.ROOT,
              "aidis: %,d records that the tracker could not read are left out; they are in its dead letters%n",
              unreadable);
    }
  }
}
