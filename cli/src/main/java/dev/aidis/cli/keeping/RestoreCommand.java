package dev.aidis.cli.keeping;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.http.Query;
import dev.aidis.cli.http.Reply;
import dev.aidis.cli.http.TrackerClient;
import dev.aidis.cli.intake.Pipeline;
import dev.aidis.cli.progress.StatusLine;
import dev.aidis.cli.tracker.TrackerAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aidis restore}. */
@Command(
    name = "restore",
    description = {
      "Bring the whole tracker back from what `aidis backup` wrote, into an empty one.",
      "The same sessions come out of it, with their ids and numbers. If it is interrupted, run it again."
    })
public final class RestoreCommand implements Callable<Integer> {
  private static final String RESTORE = "/api/v1/restore";

  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", description = "The file that was backed up.")
  private Path file = Path.of("");

  @Option(
      names = "--force",
      description = "Add to a tracker that is not empty: what both have counts once.")
  private boolean force;

  @Option(names = "--dry-run", description = "Only check the file and say what would be done.")
  private boolean dryRun;

  public RestoreCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    try (KeptFile kept = KeptFile.open(file, BackupFile.FORMAT, BackupFile.VERSION)) {
      kept.verify();
      TrackerClient client = TrackerAddress.client(surroundings);
      Json found = found(client);
      requireRoom(found, client);
      tell(kept, found, client);
      return dryRun ? 0 : restore(kept, client);
    }
  }

  private Json found(TrackerClient client) {
    try {
      Reply reply = client.get(RESTORE, "application/json");
      if (!reply.isOk()) {
        throw CliException.failure(reply.problem());
      }
      return Json.read(reply.body()).orElse(Json.empty());
    } catch (IOException e) {
      throw TrackerAddress.notAnswering(surroundings, client.address(), e);
    }
  }

  private void requireRoom(Json found, TrackerClient client) {
    if (!force && !"true".equals(found.text("empty"))) {
      throw CliException.failure(
          String.format(
              Locale.ROOT,
              "the tracker at %s is not empty, it has %,d sessions: start one with another AIDIS_HOME, or say --force to add to it; what both have counts once, also where an earlier restore was interrupted",
              client.address(),
              found.number("sessions")));
    }
  }

  private void tell(KeptFile kept, Json found, TrackerClient client) {
    surroundings
        .out()
        .printf(
            Locale.ROOT,
            "%s %,d activities as of %s to the tracker at %s%n",
            dryRun ? "Would restore" : "Restoring",
            kept.rows(BackupFile.ACTIVITIES),
            kept.manifest().text("madeAt"),
            client.address());
    long there = kept.manifest().number("partitions");
    long here = found.number("partitions");
    if (there != here) {
      surroundings
          .out()
          .printf(
              "Its topics have %d partitions, those of the backup had %d; the sessions are the same.%n",
              here, there);
    }
  }

  private int restore(KeptFile kept, TrackerClient client) {
    StatusLine status = new StatusLine(surroundings);
    boolean complete;
    try {
      upload(kept, client, status);
      complete =
          new Pipeline(client, surroundings.pause())
              .awaitEmpty(
                  left ->
                      status.show(
                          () ->
                              String.format(
                                  Locale.ROOT,
                                  "making the sessions again: %,d records to go",
                                  left)));
      if (complete) {
        require(post(client, RESTORE + "/end"));
      }
    } finally {
      status.end();
    }
    if (!complete) {
      throw CliException.failure(
          "all is in the log, but not everything has reached Postgres: see `aidis status` and `aidis logs`, then run it again with --force");
    }
    surroundings.out().println("Restored. See the sessions with: aidis sessions list");
    return 0;
  }

  private void upload(KeptFile kept, TrackerClient client, StatusLine status) {
    long total = kept.rows(BackupFile.ACTIVITIES);
    String path = new Query(RESTORE).with("force", force ? "true" : null).toString();
    try {
      require(
          client.upload(
              path,
              out ->
                  BackupFile.send(
                      kept,
                      out,
                      sent ->
                          status.show(
                              () ->
                                  String.format(
                                      Locale.ROOT,
                                      "%3d %%  %,d/%,d activities",
                                      sent * 100 / Math.max(total, 1),
                                      sent,
                                      total)))));
    } catch (IOException e) {
      throw CliException.notRunning(
          "the tracker at %s stopped taking the backup (%s), nothing is restored: see `aidis logs`, then run it again"
              .formatted(client.address(), e.getMessage()),
          e);
    }
  }

  private Reply post(TrackerClient client, String path) {
    try {
      return client.post(path, "{}".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw TrackerAddress.notAnswering(surroundings, client.address(), e);
    }
  }

  private static void require(Reply reply) {
    if (!reply.isOk()) {
      throw CliException.failure(reply.problem());
    }
  }
}
