package dev.aidis.queries.report;

import dev.aidis.queries.DecisionView;
import dev.aidis.queries.FileList;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.TaskView;
import dev.aidis.queries.context.Advice;
import dev.aidis.queries.context.SessionContext;
import dev.aidis.queries.page.Mark;
import dev.aidis.queries.page.Page;
import dev.aidis.queries.page.Page.Frame;
import dev.aidis.queries.page.Symbol;
import dev.aidis.queries.page.Text;
import java.time.ZoneId;
import java.util.List;

/**
 * What an assistant is told about a session (the plan's 6.3), for people who want to see it.
 *
 * @param zone in which times are shown
 */
public record ContextReport(ZoneId zone) {
  private static final int SHOWN = 10;

  /** What the context says. */
  public Page of(SessionContext context) {
    SessionView session = context.session();
    Page.Writer page =
        Page.write(
            Frame.BOX, Symbol.BRAIN, Text.of("SESSION CONTEXT - #%d".formatted(session.number())));
    page.section()
        .field("Project", Text.told(session.project(), "None"))
        .field(
            "Started",
            Text.of(
                "%s (%s ago)"
                    .formatted(
                        Wording.dateAndTime(session.startedAt(), zone),
                        Wording.duration(context.elapsed()))))
        .field(Symbol.TARGET, "Goal", Text.told(session.goal(), "Not set"))
        .field(Symbol.LABEL, "Tags", Text.told(session.tags(), "None"));
    progress(page.section(), context);
    advice(page.section(), context.advice());
    files(page.section(), context);
    activities(page.section(), context);
    ArchiveRemark.write(page, context.archivedMonths());
    return page.page();
  }

  private static void progress(Page.Writer page, SessionContext context) {
    page.heading(Symbol.CHART, "Progress")
        .field(
            Mark.STEP,
            "Tasks",
            Text.of(
                "%d/%d completed".formatted(context.tasks().completed(), context.tasks().total())),
            Text.of(
                "(%d in progress, %d todo)"
                    .formatted(context.tasks().inProgress(), context.tasks().todo())))
        .field(
            Mark.STEP,
            "Context",
            Text.of(
                Wording.count(context.session().counters().contextItemsAdded(), "item") + " added"))
        .field(
            Mark.STEP,
            "Decisions",
            Text.of(context.session().counters().decisionsMade() + " made"));
  }

  private static void advice(Page.Writer page, List<Advice> all) {
    page.heading(Symbol.BULB, "Advice");
    if (all.isEmpty()) {
      page.line(Symbol.NONE, Text.of("None"));
    }
    for (Advice advice : all) {
      page.item(Mark.STEP, Text.told(advice.sentence()));
      facts(advice).forEach(fact -> page.item(Mark.BULLET, fact));
    }
  }

  /** What it rests on, beyond what its sentence says. */
  private static List<Text> facts(Advice advice) {
    return switch (advice) {
      case Advice.HeavilyModifiedFile _ -> List.of();
      case Advice.UnfinishedTasks tasks ->
          tasks.remaining().stream().map(ContextReport::task).toList();
      case Advice.DecisionsToSummarize decisions ->
          decisions.latest().stream()
              .map(DecisionView::title)
              .map(title -> Text.told(title, "a decision without a title"))
              .toList();
    };
  }

  private static Text task(TaskView task) {
    return Text.told(task.title(), "a task without a title")
        .and(" (" + task.status().replace('_', ' ') + ")");
  }

  private static void files(Page.Writer page, SessionContext context) {
    FileList files = context.activeFiles();
    int shown = Math.min(SHOWN, files.most().size());
    page.field(
        Symbol.FOLDER,
        "Active Files",
        Text.of(shown < files.all() ? shown + " of " + files.all() : Long.toString(files.all())));
    files.most().stream()
        .limit(SHOWN)
        .forEach(
            file ->
                page.item(
                    Mark.BULLET,
                    Text.told(file.path())
                        .and(
                            " (%d× modified, %d× @mentioned)"
                                .formatted(file.timesModified(), file.mentions()))));
  }

  private void activities(Page.Writer page, SessionContext context) {
    page.heading(Symbol.CLOCK, "Recent Activities");
    context
        .recentActivities()
        .forEach(
            activity -> {
              Text about = Wording.about(activity);
              page.item(
                  Mark.INDENT,
                  Text.of(Wording.time(activity.occurredAt(), zone) + " - ")
                      .and(about.isEmpty() ? Wording.type(activity) : about));
            });
  }
}
