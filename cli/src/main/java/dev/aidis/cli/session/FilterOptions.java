package dev.aidis.cli.session;

import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Query;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which sessions a command is about, and of which time. */
final class FilterOptions {
  @Mixin private ScopeOptions scope = new ScopeOptions();

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
    return scope
        .ask(query)
        .with("since", show.since(since, surroundings))
        .with("until", show.until(until, surroundings));
  }
}
