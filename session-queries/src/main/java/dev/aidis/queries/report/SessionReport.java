package dev.aidis.queries.report;

import dev.aidis.domain.Score;
import dev.aidis.queries.ActivityView;
import dev.aidis.queries.FileView;
import dev.aidis.queries.SessionView;
import dev.aidis.schemas.Counters;
import java.math.BigDecimal;
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
 * @param width in columns
 */
public record SessionReport(ZoneId zone, int width) {
  /** The width of the plan's reports. */
  public static final int PLAN_WIDTH = 61;

  /** How many files, and how many activities, a report shows. */
  public static final int SHOWN = 5;

  /**
   * Draws the report, ending in a line break.
   *
   * @param files of the session, most often modified first; the first {@value #SHOWN} are shown
   * @param recent its activities, newest first; the first {@value #SHOWN} are shown
   */
  public String of(
      SessionView session, List<FileView> files, List<ActivityView> recent, Instant now) {
    return session.open() ? status(session, now) : summary(session, files, recent);
  }

  private String status(SessionView session, Instant now) {
    Counters counters = session.counters();
    Box box = new Box(width);
    box.line(
            "📍 Session #%d - %s"
                .formatted(session.number(), session.status().toUpperCase(Locale.ROOT)))
        .section()
        .line("Project: " + Wording.textOr(session.project(), "None"))
        .line(
            "Started: %s (%s ago)"
                .formatted(
                    Wording.dateAndTime(session.startedAt(), zone),
                    Wording.duration(Duration.between(session.startedAt(), now))))
        .line("AI Model: " + Wording.textOr(session.aiModel(), "Unknown"))
        .section()
        .paragraph(
            "🎯 Goal: "
                + (session.goal() == null
                    ? "Not set - use: aidis session goal \"<text>\""
                    : session.goal()))
        .blank()
        .line("📊 Session Metrics:")
        .line(
            "  Tasks: %d/%d completed"
                .formatted(counters.tasksCompleted(), counters.tasksCreated()))
        .line(
            "         (%d in progress, %d todo)"
                .formatted(counters.tasksInProgress(), counters.tasksTodo()))
        .line("  Context: " + Wording.count(counters.contextItemsAdded(), "item") + " added")
        .line("  Decisions: " + counters.decisionsMade() + " made")
        .line("  Code: +%d / -%d lines".formatted(counters.linesAdded(), counters.linesRemoved()))
        .blank()
        .paragraph("📝 Tags: " + Wording.listOr(session.tags(), "None"));
    return box.close();
  }

  private String summary(SessionView session, List<FileView> files, List<ActivityView> recent) {
    Box box = new Box(width);
    box.line("📊 SESSION SUMMARY - #" + session.number()).section();
    identity(box, session);
    goalAndScore(box.section(), session);
    work(box.section(), session.counters());
    files(box.section(), session.counters(), files);
    timeline(box.section(), recent);
    box.section()
        .paragraph("🏷️  Tags: " + Wording.listOr(session.tags(), "None"))
        .blank()
        .line("📝 Notes:")
        .paragraph(session.notes() == null ? "No notes added" : session.notes());
    return box.close()
        + "\n💡 Tip: View full timeline with: aidis session %d timeline\n"
            .formatted(session.number());
  }

  private static void identity(Box box, SessionView session) {
    box.line("Project: " + Wording.textOr(session.project(), "None"))
        .line(
            "Duration: %s (%.1f hours)"
                .formatted(
                    Wording.count(session.durationMinutes(), "minute"),
                    session.durationMinutes() / 60.0))
        .line("AI Model: " + Wording.textOr(session.aiModel(), "Unknown"))
        .line("Status: " + session.status());
  }

  private static void goalAndScore(Box box, SessionView session) {
    BigDecimal score = session.productivityScore();
    box.line("🎯 Session Goal:")
        .paragraph(session.goal() == null ? "No goal set" : session.goal())
        .blank()
        .line("📈 Productivity Score: " + (score == null ? "n/a" : Wording.decimal(score) + "/100"))
        .line(judgement(score))
        .paragraph(
            session.score().components().stream()
                .map(SessionReport::component)
                .collect(Collectors.joining(", ")));
  }

  private static String component(Score.Component component) {
    return component.name()
        + " "
        + (component.measured()
            ? Wording.decimal(component.points()) + "/" + component.most()
            : "n/a");
  }

  private static String judgement(@Nullable BigDecimal score) {
    double value = score == null ? 0 : score.doubleValue();
    if (value >= 80) {
      return "🌟 Excellent session!";
    }
    if (value >= 60) {
      return "👍 Good session";
    }
    return value >= 40 ? "👌 Decent session" : "📉 Room for improvement";
  }

  private static void work(Box box, Counters counters) {
    long net = counters.netLines();
    box.line("📋 Work Completed:")
        .blank()
        .line("✅ Tasks: " + counters.tasksCompleted() + " completed")
        .line("📝 Total Tasks: " + counters.tasksCreated() + " created")
        .line("   └─ In Progress: " + counters.tasksInProgress())
        .line("   └─ Todo: " + counters.tasksTodo())
        .blank()
        .line("🧠 Context: " + Wording.count(counters.contextItemsAdded(), "item") + " added")
        .line("🎯 Decisions: " + counters.decisionsMade() + " made")
        .blank()
        .line("💻 Code Changes:")
        .line("   Added: +" + Wording.count(counters.linesAdded(), "line"))
        .line("   Removed: -" + Wording.count(counters.linesRemoved(), "line"))
        .line("   Net: " + (net > 0 ? "+" : "") + Wording.count(net, "line"));
  }

  private static void files(Box box, Counters counters, List<FileView> files) {
    box.line("📁 Files Worked On: " + Math.max(files.size(), counters.filesModified())).blank();
    for (FileView file : files.subList(0, Math.min(SHOWN, files.size()))) {
      box.line(
          "   • %s (%d× modified, %d× @mentioned)"
              .formatted(UserText.line(file.path()), file.timesModified(), file.mentions()));
    }
  }

  private void timeline(Box box, List<ActivityView> recent) {
    box.line("⏱️  Activity Timeline (Recent):").blank();
    for (ActivityView activity : recent.subList(0, Math.min(SHOWN, recent.size()))) {
      String about = Wording.about(activity);
      box.line(
          "   %s - %s"
              .formatted(
                  Wording.time(activity.occurredAt(), zone),
                  about.isEmpty() ? Wording.type(activity) : about));
    }
  }
}
