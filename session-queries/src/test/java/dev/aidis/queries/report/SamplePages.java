package dev.aidis.queries.report;

import dev.aidis.queries.ActivityView;
import dev.aidis.queries.FileList;
import dev.aidis.queries.page.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A page of each report, with texts as users write them and as they should not. */
final class SamplePages {
  static final Instant NOW = Samples.START.plusSeconds(5_520);
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private static final String GOAL =
      "Rewrite the *intake* so that nothing | is lost <b>twice</b>\n- 日本語 and 👩‍💻, שלום עולם!";

  private static final FileList FILES =
      new FileList(
          List.of(
              Samples.file("src/main/java/dev/aidis/ingest/rest/ActivitiesEndpoint.java", 12, 1),
              Samples.file("docs/_draft_ [1].md", 2, 0),
              Samples.file("README.md", 0, 2)),
          3);

  private static final List<ActivityView> RECENT =
      List.of(
          Samples.activity(Samples.START.plusSeconds(60_000), "session_ended", "Ended the session"),
          Samples.activity(
              Samples.START.plusSeconds(3_600),
              "decision_made",
              "Decided: \u001b[31mred\u001b[0m is #1, because <script>alert(1)</script> does not run"),
          Samples.activity(Samples.START.plusSeconds(600), "file_modified", null),
          Samples.activity(Samples.START, "session_started", null));

  private SamplePages() {}

  /** By name. */
  static Map<String, Page> all() {
    Map<String, Page> pages = new LinkedHashMap<>();
    SessionReport session = new SessionReport(ZONE);
    pages.put(
        "session-status",
        session.of(Samples.session(48, "active", GOAL, null), FileList.NONE, List.of(), NOW));
    pages.put(
        "session-summary",
        session.of(Samples.session(48, "ended", GOAL, "First\n\nSecond"), FILES, RECENT, NOW));
    pages.put("session-bare", session.of(Samples.bare("timeout"), FileList.NONE, List.of(), NOW));
    pages.put(
        "session-list",
        new SessionListReport(ZONE)
            .of(
                List.of(
                    Samples.session(48, "active", GOAL, null),
                    Samples.session(47, "grace", "日本語", "ended", "🚀 los", null),
                    Samples.bare("timeout"))));
    pages.put(
        "timeline", new TimelineReport(ZONE).of(Samples.session(48, "ended", GOAL, null), RECENT));
    pages.put("files", FilesReport.of(Samples.session(48, "ended", GOAL, null), FILES));
    answers(pages);
    items(pages);
    return pages;
  }

  private static void items(Map<String, Page> pages) {
    ItemsReport report = new ItemsReport(ZONE);
    pages.put("tasks", report.tasks(SampleItems.tasks()));
    pages.put("tasks-nothing", report.tasks(List.of()));
    pages.put("decisions", report.decisions(SampleItems.decisions()));
    pages.put("context-items", report.context(SampleItems.context()));
    pages.put("projects", report.projects(SampleItems.projects()));
  }

  private static void answers(Map<String, Page> pages) {
    pages.put("stats", StatsReport.of(SampleAnswers.week(), StatsReport.By.DAY));
    pages.put("stats-by-tag", StatsReport.of(SampleAnswers.week(), StatsReport.By.TAG));
    pages.put("stats-nothing", StatsReport.of(SampleAnswers.nothing(), StatsReport.By.DAY));
    pages.put("comparison", new ComparisonReport(ZONE).of(SampleAnswers.comparison()));
    pages.put("patterns", PatternsReport.of(SampleAnswers.patterns()));
    pages.put("patterns-nothing", PatternsReport.of(SampleAnswers.noPatterns()));
    pages.put(
        "accomplishments", new AccomplishmentsReport(ZONE).of(SampleAnswers.accomplishments()));
    pages.put("context", new ContextReport(ZONE).of(SampleAnswers.context()));
    pages.put(
        "today",
        new TodayReport(ZONE)
            .of(
                SampleAnswers.statistics(LocalDate.of(2026, 3, 2), 1),
                List.of(Samples.session(48, "active", GOAL, null), Samples.bare("timeout")),
                NOW));
    pages.put(
        "today-nothing",
        new TodayReport(ZONE).of(SampleAnswers.nothing().current(), List.of(), NOW));
  }
}
