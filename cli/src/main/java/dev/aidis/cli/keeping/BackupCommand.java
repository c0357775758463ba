package dev.aidis.cli.keeping;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Reply;
import dev.aidis.cli.http.TrackerClient;
import dev.aidis.cli.progress.StatusLine;
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

/** {@code aidis backup}. */
@Command(
    name = "backup",
    description = {
      "Write the whole tracker to a file: everyone's activities, and the numbers that things have.",
      "It can go on working meanwhile. `aidis restore FILE` brings all of it back."
    })
public final class BackupCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The file to write; aidis-backup-DATE.zip if not given.")
  private @Nullable Path file;

  @Option(names = "--force", description = "Replace the file if it exists.")
  private boolean force;

  public BackupCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    LocalDate today = LocalDate.now(surroundings.clock());
    Path wanted = file == null ? Path.of("aidis-backup-" + today + ".zip") : file;
    NewFile target = new NewFile(wanted, force).check();
    StatusLine status = new StatusLine(surroundings);
    try {
      target.write(out -> backUp(out, status, target.path()));
    } finally {
      status.end();
    }
    return 0;
  }

  private void backUp(OutputStream out, StatusLine status, Path path) throws IOException {
    BackupFile backup =
        new BackupFile(
            out, count -> status.show(() -> String.format(Locale.ROOT, "%,d activities", count)));
    TrackerClient client = TrackerAddress.client(surroundings);
    Optional<Reply> refusal;
    try {
      refusal = client.download("/api/v1/backup", body -> Lines.read(body, backup));
    } catch (IOException e) {
      throw TrackerAddress.notAnswering(surroundings, client.address(), e);
    }
    if (refusal.isPresent()) {
      throw CliException.failure(refusal.get().problem());
    }
    backup.end();
    status.end();
    surroundings
        .out()
        .printf(Locale.ROOT, "Backed up all %,d activities to %s%n", backup.activities(), path);
  }
}
