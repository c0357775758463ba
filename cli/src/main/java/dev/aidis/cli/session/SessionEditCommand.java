package dev.aidis.cli.session;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.http.Query;
import dev.aidis.cli.intake.NewActivity;
import dev.aidis.schemas.ActivityType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aidis session edit}. */
@Command(
    name = "edit",
    description = {
      "Mend a session, also one that is over: its goal, notes, tags or project.",
      "Nothing that is recorded changes: the timeline shows what was mended, by whom and when."
    },
    footer = {
      "",
      "Examples:",
      "  aidis session edit 47 --goal \"Make the parser fast\" --add-tag speed",
      "  aidis session edit 47 --note \"Forgot to say: the benchmark was wrong\"",
    })
public final class SessionEditCommand implements Callable<Integer> {
  private static final String HOW = "edit";

  private final Surroundings surroundings;

  @Parameters(paramLabel = "ID", description = "A session's number or UUID, or current.")
  private String session = "current";

  @Option(names = "--goal", paramLabel = "TEXT", description = "What its goal was.")
  private @Nullable String goal;

  @Option(names = "--note", paramLabel = "TEXT", description = "A note to add.")
  private @Nullable String note;

  @Option(names = "--add-tag", paramLabel = "TAG", description = "A tag to add; repeatable.")
  private List<String> tags = List.of();

  @Option(names = "--remove-tag", paramLabel = "TAG", description = "A tag to remove; repeatable.")
  private List<String> removed = List.of();

  @Option(names = "--project", paramLabel = "NAME", description = "What was worked on.")
  private @Nullable String project;

  @Mixin private ShowOptions show = new ShowOptions();

  public SessionEditCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (goal == null && note == null && project == null && tags.isEmpty() && removed.isEmpty()) {
      throw CliException.usage(
          "say what to mend: --goal, --note, --add-tag, --remove-tag or --project");
    }
    Mending mending = new Mending(surroundings);
    Json before = mending.session(session);
    mending.record(activities(mending, before));
    String id = before.text("id", session);
    return new SessionPages(surroundings).print(new Query("/api/v1/sessions").part(id), show);
  }

  /** At the session's last moment; what is mended last stands. */
  private List<NewActivity> activities(Mending mending, Json before) {
    Instant at = Mending.time(before, "lastActivityAt");
    List<NewActivity> activities = new ArrayList<>();
    if (project != null) {
      activities.add(
          mending
              .activity(before, ActivityType.PROJECT_SWITCHED, at, HOW, "project " + project)
              .name("project", project));
    }
    if (goal != null) {
      activities.add(
          mending.activity(before, ActivityType.GOAL_SET, at, HOW, "goal " + goal).body(goal));
    }
    if (note != null) {
      activities.add(
          mending.activity(before, ActivityType.NOTE_ADDED, at, HOW, "note " + note).body(note));
    }
    tell(ActivityType.TAGS_REMOVED, "removed tags ", removed, mending, before, activities);
    tell(ActivityType.TAGS_ADDED, "tags ", tags, mending, before, activities);
    return activities;
  }

  private static void tell(
      ActivityType type,
      String deed,
      List<String> tags,
      Mending mending,
      Json before,
      List<NewActivity> activities) {
    if (!tags.isEmpty()) {
      Instant at = Mending.time(before, "lastActivityAt");
      activities.add(
          mending
              .activity(before, type, at, HOW, deed + String.join(", ", tags))
              .list("tags", tags));
    }
  }
}
