package dev.aidis.cli.keeping;

import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.progress.StatusLine;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aidis archive}. */
@Command(
    name = "archive",
    description = {
      "Take the activities of old months out of Postgres, into compressed files of the tracker.",
      "Sessions, their counters, files and reports stay; only timelines of then are not shown until the month is brought back."
    })
public final class ArchiveCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--older-than",
      paramLabel = "DAYS",
      description = "Months that ended so many days ago, or earlier; 90 unless configured.")
  private @Nullable Integer days;

  @Option(names = "--dry-run", description = "Only say what would be archived.")
  private boolean dryRun;

  public ArchiveCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ArchivePages archive = ArchivePages.of(surroundings);
    Json months = archive.months(days);
    List<String> due = months.texts("due");
    if (due.isEmpty()) {
      surroundings
          .out()
          .printf(
              "Nothing to archive: no month with activities ended %d days ago or earlier.%n",
              months.number("days"));
      return 0;
    }
    StatusLine status = new StatusLine(surroundings);
    for (int i = 0; i < due.size(); i++) {
      String month = due.get(i);
      if (dryRun) {
        surroundings.out().println("Would archive " + month);
      } else {
        int place = i + 1;
        status.show(() -> "archiving %s (%d of %d)".formatted(month, place, due.size()));
        Json archived = archive.archive(month);
        status.end();
        surroundings
            .out()
            .printf(
                Locale.ROOT,
                "Archived %s: %,d activities in %s%n",
                month,
                archived.number("rows"),
                archived.text("file", ""));
      }
    }
    return 0;
  }
}
