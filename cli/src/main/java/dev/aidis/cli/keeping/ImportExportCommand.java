package dev.aidis.cli.keeping;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Query;
import dev.aidis.cli.http.TrackerClient;
import dev.aidis.cli.intake.BatchSender;
import dev.aidis.cli.intake.Pipeline;
import dev.aidis.cli.progress.StatusLine;
import dev.aidis.cli.tracker.TrackerAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aidis import export}. */
@Command(
    name = "export",
    description = {
      "Import what `aidis export` wrote, here or on another machine.",
      "The sessions come out as they were, with their ids. Importing again changes nothing."
    })
public final class ImportExportCommand implements Callable<Integer> {
  private static final String ACTIVITIES = ExportFile.Format.JSON.file(ExportFile.ACTIVITIES);

  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", description = "The file that was exported.")
  private Path file = Path.of("");

  @Option(
      names = "--owner",
      paramLabel = "NAME",
      description =
          "Whose data it becomes; else its owner's. Another owner's sessions get new ids.")
  private @Nullable String owner;

  public ImportExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    try (KeptFile kept = KeptFile.open(file, ExportFile.FORMAT, ExportFile.VERSION)) {
      if (!"json".equals(kept.manifest().text("rows"))) {
        throw CliException.usage(
            file
                + " holds CSV, for spreadsheets: import one that `aidis export` wrote without --csv");
      }
      kept.verify();
      return run(kept);
    }
  }

  private int run(KeptFile kept) throws IOException {
    TrackerClient client = TrackerAddress.client(surroundings);
    requireTracker(client);
    String path = new Query("/api/v1/import").with("owner", owner).toString();
    BatchSender sender = new BatchSender(client, path, surroundings.pause());
    StatusLine status = new StatusLine(surroundings);
    boolean complete;
    try {
      send(kept, sender, status);
      complete =
          new Pipeline(client, surroundings.pause())
              .awaitEmpty(
                  left ->
                      status.show(
                          () ->
                              String.format(
                                  Locale.ROOT,
                                  "waiting until everything is in Postgres: %,d records to go",
                                  left)));
    } finally {
      status.end();
    }
    return report(kept, sender, complete);
  }

  private static void send(KeptFile kept, BatchSender sender, StatusLine status)
      throws IOException {
    long total = kept.rows(ACTIVITIES);
    long[] done = {0};
    kept.forEachLine(
        ACTIVITIES,
        line -> {
          sender.add(line);
          done[0]++;
          status.show(
              () ->
                  String.format(
                      Locale.ROOT,
                      "%3d %%  %,d/%,d activities",
                      done[0] * 100 / Math.max(total, 1),
                      done[0],
                      total));
        });
    sender.flush();
  }

  private int report(KeptFile kept, BatchSender sender, boolean complete) {
    String from = kept.manifest().text("owner", "");
    surroundings
        .out()
        .printf(
            Locale.ROOT,
            "Imported %,d activities of %s%s; what the tracker had already is not counted twice%n",
            sender.accepted(),
            from,
            owner == null || owner.equals(from) ? "" : " for " + owner);
    sender
        .refusals()
        .forEach(
            (reason, count) ->
                surroundings.err().printf(Locale.ROOT, "aidis: %,d refused: %s%n", count, reason));
    if (!complete) {
      throw CliException.failure(
          "all is sent, but not everything has reached Postgres: see `aidis status` and `aidis logs`");
    }
    return sender.refusals().isEmpty() ? 0 : CliException.FAILURE;
  }

  private void requireTracker(TrackerClient client) {
    try {
      client.get("/actuator/health", "application/json");
    } catch (IOException e) {
      throw TrackerAddress.notAnswering(surroundings, client.address(), e);
    }
  }
}
