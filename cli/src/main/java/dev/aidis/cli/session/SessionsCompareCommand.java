package dev.aidis.cli.session;

import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Query;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code aidis sessions compare}. */
@Command(
    name = "compare",
    description = "Show two sessions side by side, and why one scores higher.",
    footer = {
      "",
      "Examples:",
      "  aidis sessions compare 47 52",
      "  aidis sessions compare 47 current --format markdown",
    })
public final class SessionsCompareCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "A session's number or UUID, or current.")
  private String first = "";

  @Parameters(index = "1", paramLabel = "B", description = "The one to compare it with.")
  private String second = "";

  @Mixin private ShowOptions show = new ShowOptions();

  public SessionsCompareCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Query query = new Query("/api/v1/compare").with("a", first).with("b", second);
    return new SessionPages(surroundings).print(query, show);
  }
}
