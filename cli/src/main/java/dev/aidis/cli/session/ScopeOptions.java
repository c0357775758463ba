package dev.aidis.cli.session;

import dev.aidis.cli.http.Query;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which sessions a command is about. */
final class ScopeOptions {
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

  Query ask(Query query) {
    return query
        .with("project", project)
        .with("tag", tag)
        .with("model", model)
        .with("machine", machine)
        .with("workspace", workspace);
  }
}
