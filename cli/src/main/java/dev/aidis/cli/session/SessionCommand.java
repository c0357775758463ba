package dev.aidis.cli.session;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.JsonText;
import dev.aidis.cli.http.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aidis session}: shows one, and changes the current one. */
@Command(
    name = "session",
    description =
        "Show the current session or another one, its timeline, files or context; or change it.",
    synopsisSubcommandLabel = "[COMMAND]",
    footer = {
      "",
      "Examples:",
      "  aidis session                      the current session",
      "  aidis session 47                   the report of session 47",
      "  aidis session 47 timeline          everything that happened in it",
      "  aidis session context              what an assistant is told about the current one",
      "  aidis session 47 --format html > session-47.html",
      "  aidis session start --goal \"Make the parser fast\"",
      "  aidis session end --notes \"Twice as fast; errors are next\"",
    })
public final class SessionCommand implements Callable<Integer> {
  private static final String TIMELINE = "timeline";
  private static final List<String> VIEWS = List.of(TIMELINE, "files", "context");

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
      paramLabel = "VIEW",
      description = {
        "timeline: everything that happened in it, in the order it did;",
        "files: those that were modified or mentioned;",
        "context: what an assistant is told about it, with advice."
      })
  private @Nullable String view;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many activities of a timeline, or files, at most (default: 100).")
  private @Nullable Integer limit;

  @Mixin private ShowOptions show = new ShowOptions();

  public SessionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    boolean ofCurrent = view == null && VIEWS.contains(session);
    String shown = ofCurrent ? session : view;
    if (shown != null && !VIEWS.contains(shown)) {
      throw CliException.usage(
          "a session has no '%s': write `aidis session %s` and one of %s"
              .formatted(shown, session, String.join(", ", VIEWS)));
    }
    Query query = new Query("/api/v1/sessions").part(ofCurrent ? "current" : session);
    return new SessionPages(surroundings)
        .print(shown == null ? query : query.part(shown).with("limit", limit), show);
  }

  @Command(description = "Start a session, ending the open one.")
  int start(
      @Option(names = "--project", paramLabel = "NAME", description = "What is worked on.")
          @Nullable String project,
      @Option(names = "--goal", paramLabel = "TEXT", description = "What is to be reached.")
          @Nullable String goal,
      @Option(names = "--tag", paramLabel = "TAG", description = "Kinds of work.")
          @Nullable List<String> tags,
      @Mixin ShowOptions as) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("project", project);
    body.put("goal", goal);
    body.put("tags", tags);
    return change("start", body, as);
  }

  @Command(description = "End the current session and show its summary.")
  int end(
      @Option(names = "--notes", paramLabel = "TEXT", description = "How it went, what is open.")
          @Nullable String notes,
      @Mixin ShowOptions as) {
    return change("end", "notes", notes, as);
  }

  @Command(description = "Switch the current session to another project.")
  int project(
      @Parameters(paramLabel = "NAME", description = "The project's name.") String name,
      @Mixin ShowOptions as) {
    return change("project", "project", name, as);
  }

  @Command(description = "Set the goal of the current session.")
  int goal(
      @Parameters(paramLabel = "TEXT", arity = "1..*", description = "What is to be reached.")
          List<String> words,
      @Mixin ShowOptions as) {
    return change("goal", "goal", String.join(" ", words), as);
  }

  @Command(description = "Add tags to the current session.")
  int tag(
      @Parameters(paramLabel = "TAG", arity = "1..*", description = "Such as bug-fix, refactor.")
          List<String> tags,
      @Mixin ShowOptions as) {
    return change("tag", "tags", tags, as);
  }

  @Command(description = "Remove tags from the current session.")
  int untag(
      @Parameters(paramLabel = "TAG", arity = "1..*", description = "As they were added.")
          List<String> tags,
      @Mixin ShowOptions as) {
    return change("untag", "tags", tags, as);
  }

  @Command(description = "Add a note to the current session.")
  int note(
      @Parameters(paramLabel = "TEXT", arity = "1..*", description = "The note.")
          List<String> words,
      @Mixin ShowOptions as) {
    return change("note", "note", String.join(" ", words), as);
  }

  @Command(description = "Stop the clock of the current session; any activity goes on with it.")
  int pause(@Mixin ShowOptions as) {
    return change("pause", Map.of(), as);
  }

  @Command(description = "Go on with a session that was paused.")
  int resume(@Mixin ShowOptions as) {
    return change("resume", Map.of(), as);
  }

  private int change(String what, String field, @Nullable Object value, ShowOptions as) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put(field, value);
    return change(what, body, as);
  }

  private int change(String what, Map<String, @Nullable Object> body, ShowOptions as) {
    return new SessionPages(surroundings)
        .post(new Query("/api/v1/session").part(what), JsonText.of(body), as);
  }
}
