package dev.aidis.cli.wakatime;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.intake.ImportEnd;
import dev.aidis.cli.intake.ImportOptions;
import dev.aidis.cli.intake.ImportRun;
import dev.aidis.cli.intake.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aidis import wakatime}. */
@Command(
    name = "wakatime",
    description = {
      "Import the heartbeats that WakaTime exports: Settings, Export, heartbeats as JSON.",
      "Importing again changes nothing."
    },
    footer = {
      "",
      "Examples:",
      "  aidis import wakatime wakatime-heartbeats.json",
      "  aidis import wakatime wakatime-heartbeats.json --since 1y --machine 5f8a2c7f=laptop",
    })
public final class ImportWakatimeCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", description = "The file that WakaTime made.")
  private Path file = Path.of("");

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Only from then on: 2026-01-31, 2026-01-31T10:00, 90d, 12w, 6m or 2y.")
  private @Nullable Instant since;

  @Option(
      names = "--machine",
      paramLabel = "ID=NAME",
      description = "What a machine is called of which WakaTime tells only an id; repeatable.")
  private Map<String, String> machines = Map.of();

  @Mixin private ImportOptions options = new ImportOptions();

  private final Set<String> projects = new TreeSet<>();
  private final Unreadable unreadable = new Unreadable();
  private long heartbeats;

  public ImportWakatimeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file)) {
      throw CliException.failure(
          "there is no file '%s': name the one that WakaTime exported".formatted(file));
    }
    Dump dump = new Dump(file, unreadable);
    try (ImportRun run = ImportRun.begin(surroundings, options)) {
      boolean found =
          dump.read(
              (json, where) -> send(new Heartbeat(json), where, run),
              (done, size) -> run.progress(done, size, () -> dump.days() + " days"));
      if (!found && unreadable.count() == 0) {
        throw CliException.failure(
            "'%s' has no \"days\": it is not what WakaTime exports as heartbeats".formatted(file));
      }
      boolean complete = run.finish();
      return report(dump, run, complete);
    } catch (IOException e) {
      throw CliException.failure("cannot read '%s': %s".formatted(file, e.getMessage()), e);
    }
  }

  private void send(Heartbeat heartbeat, String where, ImportRun run) {
    Instant at = heartbeat.at();
    if (at == null) {
      unreadable.add(where, "a heartbeat without a time from 1970 to 2200");
    } else if ((since == null || !at.isBefore(since))
        && run.send(heartbeat.activity(at, run.trackerKey(), machines))) {
      heartbeats++;
      heartbeat.project().ifPresent(projects::add);
    }
  }

  private int report(Dump dump, ImportRun run, boolean complete) {
    surroundings
        .out()
        .printf(
            Locale.ROOT,
            "Imported %,d heartbeats of %,d days in %,d projects%n",
            heartbeats,
            dump.days(),
            projects.size());
    unreadable.tell(surroundings.err());
    int exitCode = new ImportEnd(surroundings).tell(run, complete);
    return heartbeats == 0 && unreadable.count() > 0 ? CliException.FAILURE : exitCode;
  }
}
