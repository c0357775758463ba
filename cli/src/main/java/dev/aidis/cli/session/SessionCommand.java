package dev.aidis.cli.session;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Query;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aidis session}. */
@Command(
    name = "session",
    description = "Show the current session, or another one, or its timeline.")
public final class SessionCommand implements Callable<Integer> {
  private static final String TIMELINE = "timeline";

  private final Surroundings surroundings;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ID",
      defaultValue = "current",
      description = "A session's number or UUID, or current (the default).")
  private String session = "current";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = TIMELINE,
      description = "Show everything that happened in it, newest first.")
  private @Nullable String view;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public SessionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (view != null && !view.equals(TIMELINE)) {
      throw CliException.usage(
          "a session has no '" + view + "': write `aidis session " + session + " timeline`");
    }
    boolean ofCurrent = session.equals(TIMELINE);
    Query query = new Query("/api/v1/sessions").part(ofCurrent ? "current" : session);
    return new SessionPages(surroundings)
        .print(view != null || ofCurrent ? query.part(TIMELINE) : query, json);
  }
}
