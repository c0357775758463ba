package dev.aidis.cli.session;

import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Query;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code aidis today}. */
@Command(
    name = "today",
    description = "Show what happened today.",
    footer = {"", "Examples:", "  aidis today", "  aidis today --tz America/New_York --json"})
public final class TodayCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ShowOptions show = new ShowOptions();

  public TodayCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    return new SessionPages(surroundings).print(new Query("/api/v1/today"), show);
  }
}
