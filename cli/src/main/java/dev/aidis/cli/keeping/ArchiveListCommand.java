package dev.aidis.cli.keeping;

import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code aidis archive list}. */
@Command(name = "list", description = "List the archived months.")
public final class ArchiveListCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  public ArchiveListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<Json> months = ArchivePages.of(surroundings).months(null).objects("archived");
    if (months.isEmpty()) {
      surroundings.out().println("Nothing is archived.");
    }
    for (Json month : months) {
      surroundings
          .out()
          .printf(
              Locale.ROOT,
              "%s  %,10d activities  %s  archived %s%n",
              month.text("month", ""),
              month.number("rows"),
              month.text("file", ""),
              month.text("archivedAt", ""));
    }
    return 0;
  }
}
