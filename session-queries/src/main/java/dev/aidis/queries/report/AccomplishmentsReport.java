package dev.aidis.queries.report;

import dev.aidis.queries.FileView;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.accomplishment.Accomplishments;
import dev.aidis.queries.accomplishment.SessionAccomplishment;
import dev.aidis.queries.page.Block;
import dev.aidis.queries.page.Mark;
import dev.aidis.queries.page.Page;
import dev.aidis.queries.page.Page.Frame;
import dev.aidis.queries.page.Symbol;
import dev.aidis.queries.page.Text;
import dev.aidis.schemas.Counters;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * What was accomplished in the last sessions.
 *
 * @param zone in which times are shown
 */
public record AccomplishmentsReport(ZoneId zone) {
  private static final int SHOWN = 5;

  /** What was accomplished, in words. */
  public Page of(Accomplishments accomplishments) {
    int sessions = accomplishments.sessions().size();
    Page.Writer page =
        Page.write(
            Frame.BOX,
            Symbol.DONE,
            Text.of(
                sessions == 1
                    ? "WHAT WAS ACCOMPLISHED - LAST SESSION"
                    : "WHAT WAS ACCOMPLISHED - LAST " + sessions + " SESSIONS"));
    if (sessions == 0) {
      return page.section().line(Symbol.NONE, Text.of("No sessions yet.")).page();
    }
    totals(page.section(), accomplishments);
    accomplishments.sessions().forEach(session -> session(page.section(), session));
    return page.page();
  }

  private static void totals(Page.Writer page, Accomplishments all) {
    page.field("Time", Text.of(Wording.hours(all.clock())))
        .field("Tasks", Text.of(all.total(Counters::tasksCompleted) + " completed"))
        .field("Decisions", Text.of(all.total(Counters::decisionsMade) + " made"))
        .field("Context", Text.of(Wording.count(all.total(Counters::contextItemsAdded), "item")))
        .field(
            "Code",
            Text.of(
                "+%d / -%d lines in %s"
                    .formatted(
                        all.total(Counters::linesAdded),
                        all.total(Counters::linesRemoved),
                        Wording.count(all.distinctFiles(), "file"))));
    Scopes.fields(page, all.scope());
  }

  private void session(Page.Writer page, SessionAccomplishment accomplishment) {
    SessionView session = accomplishment.session();
    Counters counters = session.counters();
    page.add(
        new Block.Heading(
            Symbol.PLACE,
            Text.of(
                    "#%d, %s, %s, "
                        .formatted(
                            session.number(),
                            Wording.dateAndTime(session.startedAt(), zone),
                            Wording.duration(Duration.ofMinutes(session.durationMinutes()))))
                .and(Text.told(session.project(), "no project"))));
    page.field(Mark.STEP, "Goal", Text.told(session.goal(), "Not set"));
    page.field(Mark.STEP, "Score", Wording.score(session.productivityScore()));
    list(
        page,
        "Tasks completed",
        counters.tasksCompleted(),
        accomplishment.completedTasks().stream()
            .map(task -> Text.told(task.title(), "a task without a title"))
            .toList());
    list(
        page,
        "Decisions",
        counters.decisionsMade(),
        accomplishment.decisions().stream()
            .map(decision -> Text.told(decision.title(), "a decision without a title"))
            .toList());
    list(
        page,
        "Context added",
        counters.contextItemsAdded(),
        accomplishment.context().stream()
            .map(item -> Text.told(item.title(), "an item without a title"))
            .toList());
    list(
        page,
        "Files modified",
        counters.filesModified(),
        accomplishment.files().stream()
            .filter(file -> file.timesModified() > 0)
            .map(AccomplishmentsReport::file)
            .toList());
  }

  private static Text file(FileView file) {
    return Text.told(file.path())
        .and(" (+%d -%d)".formatted(file.linesAdded(), file.linesRemoved()));
  }

  /** Nothing where there is nothing. */
  private static void list(Page.Writer page, String name, long count, List<Text> items) {
    if (count > 0 || !items.isEmpty()) {
      page.field(Mark.STEP, name, Text.of(Long.toString(Math.max(count, items.size()))));
      items.stream().limit(SHOWN).forEach(item -> page.item(Mark.BULLET, item));
      long more = Math.max(count, items.size()) - Math.min(SHOWN, items.size());
      if (more > 0 && !items.isEmpty()) {
        page.item(Mark.BULLET, Text.of("… and " + more + " more"));
      }
    }
  }
}
