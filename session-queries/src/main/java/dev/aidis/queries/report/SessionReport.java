package dev.aidis.queries.report;

import dev.aidis.domain.Score;
import dev.aidis.queries.ActivityView;
import dev.aidis.queries.FileList;
import dev.aidis.queries.FileView;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.page.Mark;
import dev.aidis.queries.page.Page;
import dev.aidis.queries.page.Page.Frame;
import dev.aidis.queries.page.Symbol;
import dev.aidis.queries.page.Text;
import dev.aidis.schemas.Counters;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The report of a session: for an open one its status (the plan's 4.2), for a closed one its
 * summary (4.3).
 *
 * @param zone in which times are shown
 */
public record SessionReport(ZoneId zone) {
  /** How many files, and how many activities, a report shows. */
  public static final int SHOWN = 5;

  /**
   * What the report says.
   *
   * @param files of the session; all are counted, the first {@value #SHOWN} are shown
   * @param recent its activities, newest first; the first {@value #SHOWN} are shown
   */
  public Page of(SessionView session, FileList files, List<ActivityView> recent, Instant now) {
    return session.open() ? status(session, now) : summary(session, files, recent);
  }

  private Page status(SessionView session, Instant now) {
    Counters counters = session.counters();
    String title =
        "Session #%d - %s".formatted(session.number(), session.status().toUpperCase(Locale.ROOT));
    Page.Writer page = Page.write(Frame.BOX, Symbol.PLACE, Text.of(title));
    page.section()
        .field("Project", Text.told(session.project(), "None"))
        .field(
            "Started",
            Text.of(
                "%s (%s ago)"
                    .formatted(
                        Wording.dateAndTime(session.startedAt(), zone),
                        Wording.duration(Duration.between(session.startedAt(), now)))))
        .field("AI Model", Text.told(session.aiModel(), "Unknown"))
        .section()
        .field(
            Symbol.TARGET,
            "Goal",
            Text.told(session.goal(), "Not set - use: aidis session goal \"<text>\""));
    verdict(page, session);
    page.gap()
        .heading(Symbol.CHART, "Session Metrics")
        .field(
            Mark.STEP,
            "Tasks",
            Text.of(
                "%d/%d completed".formatted(counters.tasksCompleted(), counters.tasksCreated())),
            Text.of(
                "(%d in progress, %d todo)"
                    .formatted(counters.tasksInProgress(), counters.tasksTodo())))
        .field(Mark.STEP, "Context", items(counters))
        .field(Mark.STEP, "Decisions", Text.of(counters.decisionsMade() + " made"))
        .field(
            Mark.STEP,
            "Code",
            Text.of("+%d / -%d lines".formatted(counters.linesAdded(), counters.linesRemoved())));
    usage(page, Mark.STEP, counters);
    return page.gap().field(Symbol.NOTE, "Tags", Text.told(session.tags(), "None")).page();
  }

  /** Left out where nobody judged. */
  private static void verdict(Page.Writer page, SessionView session) {
    String verdict = session.goalVerdict();
    if (verdict != null) {
      Text answer = Text.of(verdict.toUpperCase(Locale.ROOT));
      Text why = Text.told(session.goalVerdictExplanation(), "");
      page.field(Symbol.NONE, "Goal achieved", why.isEmpty() ? answer : answer.and(" — ").and(why));
    }
  }

  /** Left out where no tokens were told. */
  private static void usage(Page.Writer page, Mark mark, Counters counters) {
    if (!counters.usage().usesNothing()) {
      page.field(mark, "Tokens", Text.of(Wording.usage(counters.usage())));
    }
  }

  private Page summary(SessionView session, FileList files, List<ActivityView> recent) {
    Page.Writer page =
        Page.write(Frame.BOX, Symbol.CHART, Text.of("SESSION SUMMARY - #" + session.number()));
    identity(page.section(), session);
    goalAndScore(page.section(), session);
    work(page.section(), session.counters());
    files(page.section(), files);
    timeline(page.section(), recent);
    page.section()
        .field(Symbol.LABEL, "Tags", Text.told(session.tags(), "None"))
        .gap()
        .heading(Symbol.NOTE, "Notes");
    proseOr(page, session.notes(), "No notes added");
    return page.tip(
            Text.of(
                "View full timeline with: aidis session %d timeline".formatted(session.number())))
        .page();
  }

  private static void identity(Page.Writer page, SessionView session) {
    page.field("Project", Text.told(session.project(), "None"))
        .field(
            "Duration",
            Text.of(
                "%s (%s)"
                    .formatted(
                        Wording.count(session.durationMinutes(), "minute"),
                        Wording.hours(Duration.ofMinutes(session.durationMinutes())))))
        .field("AI Model", Text.told(session.aiModel(), "Unknown"))
        .field("Status", Text.told(session.status()));
  }

  private static void goalAndScore(Page.Writer page, SessionView session) {
    page.heading(Symbol.TARGET, "Session Goal");
    proseOr(page, session.goal(), "No goal set");
    verdict(page, session);
    page.gap()
        .field(Symbol.TREND, "Productivity Score", Wording.score(session.productivityScore()))
        .line(
            Wording.judgementSymbol(session.productivityScore()),
            Wording.judgement(session.productivityScore()))
        .line(
            Symbol.NONE,
            Text.of(
                session.score().components().stream()
                    .map(SessionReport::component)
                    .collect(Collectors.joining(", "))));
  }

  private static String component(Score.Component component) {
    return component.name()
        + " "
        + (component.measured()
            ? Wording.decimal(component.points()) + "/" + component.most()
            : "n/a");
  }

  private static void work(Page.Writer page, Counters counters) {
    page.heading(Symbol.CLIPBOARD, "Work Completed")
        .gap()
        .field(Symbol.DONE, "Tasks", Text.of(counters.tasksCompleted() + " completed"))
        .field(Symbol.NOTE, "Total Tasks", Text.of(counters.tasksCreated() + " created"))
        .field(Mark.BRANCH, "In Progress", Text.of(Long.toString(counters.tasksInProgress())))
        .field(Mark.BRANCH, "Todo", Text.of(Long.toString(counters.tasksTodo())))
        .gap()
        .field(Symbol.BRAIN, "Context", items(counters))
        .field(Symbol.TARGET, "Decisions", Text.of(counters.decisionsMade() + " made"))
        .gap()
        .heading(Symbol.COMPUTER, "Code Changes")
        .field(Mark.INDENT, "Added", Text.of("+" + Wording.count(counters.linesAdded(), "line")))
        .field(
            Mark.INDENT, "Removed", Text.of("-" + Wording.count(counters.linesRemoved(), "line")))
        .field(
            Mark.INDENT,
            "Net",
            Text.of(
                (counters.netLines() > 0 ? "+" : "") + Wording.count(counters.netLines(), "line")));
    if (!counters.usage().usesNothing()) {
      usage(page.gap(), Mark.NONE, counters);
    }
  }

  private static Text items(Counters counters) {
    return Text.of(Wording.count(counters.contextItemsAdded(), "item") + " added");
  }

  private static void files(Page.Writer page, FileList files) {
    page.field(Symbol.FOLDER, "Files Worked On", Text.of(Long.toString(files.all()))).gap();
    for (FileView file : files.most().subList(0, Math.min(SHOWN, files.most().size()))) {
      page.item(
          Mark.BULLET,
          Text.told(file.path())
              .and(
                  " (%d× modified, %d× @mentioned)"
                      .formatted(file.timesModified(), file.mentions())));
    }
  }

  private void timeline(Page.Writer page, List<ActivityView> recent) {
    page.heading(Symbol.CLOCK, "Activity Timeline (Recent)").gap();
    for (ActivityView activity : recent.subList(0, Math.min(SHOWN, recent.size()))) {
      Text about = Wording.about(activity);
      page.item(
          Mark.INDENT,
          Text.of(Wording.time(activity.occurredAt(), zone) + " - ")
              .and(about.isEmpty() ? Wording.type(activity) : about));
    }
  }

  private static void proseOr(Page.Writer page, @Nullable String told, String instead) {
    if (Text.told(told, "").isEmpty() || told == null) {
      page.line(Symbol.NONE, Text.of(instead));
    } else {
      page.prose(told);
    }
  }
}
