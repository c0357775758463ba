package dev.aidis.queries.report;

import dev.aidis.queries.ContextItemView;
import dev.aidis.queries.DecisionView;
import dev.aidis.queries.ProjectView;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.TaskView;
import dev.aidis.queries.page.Mark;
import dev.aidis.queries.page.Page;
import dev.aidis.queries.page.Page.Frame;
import dev.aidis.queries.page.Symbol;
import dev.aidis.queries.page.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lists of tasks, decisions, context items and projects. All but projects are shown with the ids
 * that they are named by.
 *
 * @param zone in which times are shown
 */
public record ItemsReport(ZoneId zone) {

  /** What the tasks, decisions and context items of a session say, each in their order. */
  public Page ofSession(
      SessionView session,
      List<TaskView> tasks,
      List<DecisionView> decisions,
      List<ContextItemView> items) {
    boolean empty = tasks.isEmpty() && decisions.isEmpty() && items.isEmpty();
    Page.Writer page = write(Symbol.CLIPBOARD, "Session #" + session.number(), empty);
    addTasks(page, tasks);
    addDecisions(page, decisions);
    addContext(page, items);
    return page.page();
  }

  /** What the tasks say, in their order. */
  public Page tasks(List<TaskView> tasks) {
    Page.Writer page = write(Symbol.CLIPBOARD, "Tasks", tasks.isEmpty());
    addTasks(page, tasks);
    return page.page();
  }

  private void addTasks(Page.Writer page, List<TaskView> tasks) {
    for (TaskView task : tasks) {
      page.section()
          .line(
              task.completedAt() == null ? Symbol.NONE : Symbol.DONE,
              Text.told(task.title(), "a task without a title")
                  .and(" (" + task.status().replace('_', ' ') + ")"));
      prose(page, task.description());
      told(page, task.project(), task.createdAt(), List.of(), task.id());
    }
  }

  /** What the decisions say, in their order. */
  public Page decisions(List<DecisionView> decisions) {
    Page.Writer page = write(Symbol.SCALES, "Decisions", decisions.isEmpty());
    addDecisions(page, decisions);
    return page.page();
  }

  private void addDecisions(Page.Writer page, List<DecisionView> decisions) {
    for (DecisionView decision : decisions) {
      page.section().line(Symbol.NONE, Text.told(decision.title(), "a decision without a title"));
      prose(page, decision.rationale());
      told(page, decision.project(), decision.madeAt(), decision.tags(), decision.id());
    }
  }

  /** What the context items say, in their order. */
  public Page context(List<ContextItemView> items) {
    Page.Writer page = write(Symbol.BRAIN, "Context", items.isEmpty());
    addContext(page, items);
    return page.page();
  }

  private void addContext(Page.Writer page, List<ContextItemView> items) {
    for (ContextItemView item : items) {
      page.section().line(Symbol.NONE, Text.told(item.title(), "an item without a title"));
      prose(page, item.content());
      told(page, item.project(), item.addedAt(), item.tags(), item.id());
    }
  }

  /** What the projects say, in their order. */
  public Page projects(List<ProjectView> projects) {
    Page.Writer page = write(Symbol.FOLDER, "Projects", projects.isEmpty()).section();
    for (ProjectView project : projects) {
      page.line(
          Symbol.NONE,
          Text.told(project.name())
              .and(
                  " (%s, last %s)"
                      .formatted(
                          Wording.count(project.sessions(), "session"),
                          Wording.dateAndTime(project.lastActivityAt(), zone))));
    }
    return page.page();
  }

  private static Page.Writer write(Symbol symbol, String title, boolean empty) {
    Page.Writer page = Page.write(Frame.OPEN, symbol, Text.of(title));
    return empty ? page.section().line(Symbol.NONE, Text.of("None.")) : page;
  }

  private static void prose(Page.Writer page, @Nullable String told) {
    if (told != null && !told.isBlank()) {
      page.prose(told);
    }
  }

  private void told(
      Page.Writer page, @Nullable String project, Instant at, List<String> tags, UUID id) {
    Text where = Text.told(project, "no project").and(", " + Wording.dateAndTime(at, zone));
    page.item(Mark.INDENT, tags.isEmpty() ? where : where.and(", ").and(Text.told(tags, "")))
        .item(Mark.INDENT, Text.of("id " + id));
  }
}
