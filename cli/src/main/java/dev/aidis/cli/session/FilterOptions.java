package dev.aidis.cli.session;

import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Query;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which sessions a command is about. */
final class FilterOptions {
  @Option(names = "--project", paramLabel = "NAME", description = "Only those of a project.")
  private @Nullable String project;

  @Option(names = "--tag", paramLabel = "TAG", description = "Only those with a tag.")
  private @Nullable String tag;

  @Option(names = "--model", paramLabel = "NAME", description = "Only those with an AI model.")
  private @Nullable String model;

  @Option(names = "--machine", paramLabel = "NAME", description = "Only those on a machine.")
  private @Nullable String machine;

  @Option(names = "--workspace", paramLabel = "NAME", description = "Only those of a workspace.")
  private @Nullable String workspace;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only from then on: 2026-01-31, 2026-01-31T10:00, 90d, 12w, 6m or 2y.")
  private @Nullable String since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Only before then; a day is meant with all its hours.")
  private @Nullable String until;

  Query ask(Query query, ShowOptions show, Surroundings surroundings) {
    return query
        .with("project", project)
        .with("tag", tag)
        .with("model", model)
        .with("machine", machine)
        .with("workspace", workspace)
        .with("since", show.since(since, surroundings))
        .with("until", show.until(until, surroundings));
  }
}
