package dev.aidis.cli.session;

import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Query;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aidis sessions list}. */
@Command(name = "list", description = "List sessions, the newest first.")
public final class SessionsListCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many at most (default: ${DEFAULT-VALUE}).")
  private int limit = 10;

  @Option(names = "--project", paramLabel = "NAME", description = "Only those of a project.")
  private @Nullable String project;

  @Option(names = "--tag", paramLabel = "TAG", description = "Only those with a tag.")
  private @Nullable String tag;

  @ArgGroup private Owners owners = new Owners();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

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
            .with("project", project)
            .with("tag", tag);
    return new SessionPages(surroundings).print(query, json);
  }
}
