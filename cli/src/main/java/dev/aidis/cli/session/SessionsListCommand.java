package dev.aidis.cli.session;

import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Query;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aidis sessions list}. */
@Command(
    name = "list",
    description = "List sessions, the newest first.",
    footer = {
      "",
      "Examples:",
      "  aidis sessions list --limit 20 --project aidis --since 30d",
      "  aidis sessions list --tag refactor --status ended --json",
      "  aidis sessions list --text parser --format markdown",
    })
public final class SessionsListCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many at most (default: ${DEFAULT-VALUE}).")
  private int limit = 10;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Only those that are active, paused, ended or timeout.")
  private @Nullable String status;

  @Option(
      names = "--text",
      paramLabel = "WORDS",
      description =
          "Only those with these words, or beginnings, in goal, notes, tasks, decisions or context.")
  private @Nullable String text;

  @Mixin private FilterOptions filter = new FilterOptions();

  @ArgGroup private Owners owners = new Owners();

  @Mixin private ShowOptions show = new ShowOptions();

  /** Whose sessions. */
  static final class Owners {
    @Option(names = "--owner", paramLabel = "NAME", description = "Those of another owner.")
    private @Nullable String owner;

    @Option(names = "--all-owners", description = "Those of everyone.")
    private boolean all;
  }

  public SessionsListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Query query =
        new Query("/api/v1/sessions")
            .with("limit", limit)
            .with("owner", owners.all ? "*" : owners.owner)
            .with("status", status)
            .with("text", text);
    return new SessionPages(surroundings).print(filter.ask(query, show, surroundings), show);
  }
}
