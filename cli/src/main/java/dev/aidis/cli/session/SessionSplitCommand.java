package dev.aidis.cli.session;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.http.Query;
import dev.aidis.schemas.ActivityType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aidis session split}. */
@Command(
    name = "split",
    description = {
      "Make two sessions of one: the second begins at a time.",
      "Nothing that is recorded changes: the timeline shows that it was split, by whom and when."
    },
    footer = {
      "",
      "Examples:",
      "  aidis session split 47 --at 2026-01-31T14:30",
    })
public final class SessionSplitCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "ID", description = "A session's number or UUID, or current.")
  private String session = "current";

  @Option(
      names = "--at",
      required = true,
      paramLabel = "TIME",
      description = "When the second one begins, such as 2026-01-31T14:30.")
  private String at = "";

  @Mixin private ShowOptions show = new ShowOptions();

  public SessionSplitCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Mending mending = new Mending(surroundings);
    Json before = mending.session(session);
    Instant time = show.at("--at", at, surroundings);
    Instant start = Mending.time(before, "startedAt");
    Instant end = Mending.time(before, "lastActivityAt");
    if (!time.isAfter(start) || time.isAfter(end)) {
      throw CliException.usage(
          "--at %s does not lie in session %s, which goes from %s to %s"
              .formatted(time, session, start, end));
    }
    mending.record(
        List.of(
            mending.activity(
                before,
                ActivityType.SESSION_STARTED,
                time,
                "split",
                String.format(Locale.ROOT, "split from session %d", before.number("number")))));
    return new SessionPages(surroundings)
        .print(
            new Query("/api/v1/sessions").with("since", start).with("until", end.plusMillis(1)),
            show);
  }
}
