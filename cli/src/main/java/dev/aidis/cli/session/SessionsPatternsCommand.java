package dev.aidis.cli.session;

import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Query;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code aidis sessions patterns}. */
@Command(
    name = "patterns",
    description = "Show when and how you work best; said only where there are enough sessions.",
    footer = {
      "",
      "Examples:",
      "  aidis sessions patterns",
      "  aidis sessions patterns --since 6m --project aidis",
    })
public final class SessionsPatternsCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private FilterOptions filter = new FilterOptions();

  @Mixin private ShowOptions show = new ShowOptions();

  public SessionsPatternsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Query query = filter.ask(new Query("/api/v1/patterns"), show, surroundings);
    return new SessionPages(surroundings).print(query, show);
  }
}
