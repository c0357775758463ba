package dev.aidis.cli.session;

import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Query;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aidis sessions stats}. */
@Command(
    name = "stats",
    description = "Show statistics of a period, with the one before beside it.",
    footer = {
      "",
      "Examples:",
      "  aidis sessions stats --period=month",
      "  aidis sessions stats --period=90d --project aidis --by tag",
      "  aidis sessions stats --since 2026-01-01 --until 2026-03-31 --format html > quarter.html",
    })
public final class SessionsStatsCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description =
          "day, week, month, year, all, or a number of days such as 30d (default: week, unless"
              + " --since is given).")
  private @Nullable String period;

  @Option(
      names = "--by",
      paramLabel = "PART",
      description = "Take the sessions apart by day (the default), project, tag or model.")
  private @Nullable String by;

  @Mixin private FilterOptions filter = new FilterOptions();

  @Mixin private ShowOptions show = new ShowOptions();

  public SessionsStatsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Query query = new Query("/api/v1/stats").with("period", period).with("by", by);
    return new SessionPages(surroundings).print(filter.ask(query, show, surroundings), show);
  }
}
