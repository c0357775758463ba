package dev.aidis.cli.keeping;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.progress.StatusLine;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aidis archive restore}. */
@Command(name = "restore", description = "Bring the activities of an archived month back.")
public final class ArchiveRestoreCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(arity = "0..1", paramLabel = "MONTH", description = "The month, such as 2026-05.")
  private @Nullable String month;

  @Option(names = "--all", description = "Every archived month.")
  private boolean all;

  public ArchiveRestoreCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (all == (month != null)) {
      throw CliException.usage("name one month, such as 2026-05, or say --all");
    }
    ArchivePages archive = ArchivePages.of(surroundings);
    List<String> archived =
        archive.months(null).objects("archived").stream().map(m -> m.text("month", "")).toList();
    if (month != null && !archived.contains(month)) {
      throw CliException.failure(month + " is not archived: see `aidis archive list`");
    }
    StatusLine status = new StatusLine(surroundings);
    for (String one : month == null ? archived : List.of(month)) {
      status.show(() -> "bringing back " + one);
      Json restored = archive.restore(one);
      status.end();
      surroundings
          .out()
          .printf(Locale.ROOT, "Restored %s: %,d activities%n", one, restored.number("rows"));
    }
    return 0;
  }
}
