package dev.aidis.cli.session;

import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Query;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aidis sessions recent}. */
@Command(
    name = "recent",
    description = "Show what was accomplished in the last sessions.",
    footer = {
      "",
      "Examples:",
      "  aidis sessions recent",
      "  aidis sessions recent --limit 10 --project aidis --format markdown",
    })
public final class SessionsRecentCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many sessions (default: ${DEFAULT-VALUE}).")
  private int limit = 5;

  @Mixin private ScopeOptions scope = new ScopeOptions();

  @Mixin private ShowOptions show = new ShowOptions();

  public SessionsRecentCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Query query = new Query("/api/v1/accomplishments").with("limit", limit);
    return new SessionPages(surroundings).print(scope.ask(query), show);
  }
}
