package dev.aidis.queries.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.queries.ActivityView;
import dev.aidis.queries.FileList;
import dev.aidis.queries.page.Drawing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionReportTest {
  private static final Instant NOW = Samples.START.plusSeconds(5_520);
  private static final Drawing.Lines PLAN = Drawing.Lines.of(Drawing.Lines.PLAN_WIDTH);

  private final SessionReport report = new SessionReport(ZoneId.of("Europe/Berlin"));

  @Test
  void anOpenSessionIsDrawnAsItsStatus() {
    // When
    String text =
        PLAN.of(
            report.of(
                Samples.session(48, "active", "Ship it", null), FileList.NONE, List.of(), NOW));

    // Then
    assertThat(text)
        .isEqualTo(
            """
            ╔════════════════════════════════════════════════════════════
            ║ 📍 Session #48 - ACTIVE
            ╠════════════════════════════════════════════════════════════
            ║ Project: aidis
            ║ Started: 2026-03-02 09:00 (1h 32m ago)
            ║ AI Model: claude-opus-4
            ╠════════════════════════════════════════════════════════════
            ║ 🎯 Goal: Ship it
            ║ Goal achieved: PARTIAL — B7 is right; <b>B9</b> is not
            ║
            ║ 📊 Session Metrics:
            ║   Tasks: 2/3 completed
            ║          (1 in progress, 0 todo)
            ║   Context: 1 item added
            ║   Decisions: 2 made
            ║   Code: +120 / -15 lines
            ║   Tokens: 480 in, 1,120 out, 4,000 from cache, cost $0.0032
            ║
            ║ 📝 Tags: bug-fix, refactor
            ╚════════════════════════════════════════════════════════════
            """);
  }

  @Test
  void aClosedSessionIsDrawnAsItsSummary() {
    // Given
    FileList files = Samples.files(2);
    List<ActivityView> recent =
        List.of(
            Samples.activity(Samples.START.plusSeconds(5400), "session_ended", "Ended the session"),
            Samples.activity(Samples.START.plusSeconds(3600), "file_modified", null),
            Samples.activity(Samples.START, "session_started", null));

    // When
    String text =
        PLAN.of(
            report.of(
                Samples.session(48, "ended", "Ship it", "First\nSecond"), files, recent, NOW));

    // Then
    assertThat(text)
        .isEqualTo(
            """
            ╔════════════════════════════════════════════════════════════
            ║ 📊 SESSION SUMMARY - #48
            ╠════════════════════════════════════════════════════════════
            ║ Project: aidis
            ║ Duration: 90 minutes (1.5 hours)
            ║ AI Model: claude-opus-4
            ║ Status: ended
            ╠════════════════════════════════════════════════════════════
            ║ 🎯 Session Goal:
            ║ Ship it
            ║ Goal achieved: PARTIAL — B7 is right; <b>B9</b> is not
            ║
            ║ 📈 Productivity Score: 64.67/100
            ║ 👍 Good session
            ║ completion 26.67/40, decisions 6/15, context 2/15, lines
            ║ 20/20, duration 10/10
            ╠════════════════════════════════════════════════════════════
            ║ 📋 Work Completed:
            ║
            ║ ✅ Tasks: 2 completed
            ║ 📝 Total Tasks: 3 created
            ║    └─ In Progress: 1
            ║    └─ Todo: 0
            ║
            ║ 🧠 Context: 1 item added
            ║ 🎯 Decisions: 2 made
            ║
            ║ 💻 Code Changes:
            ║    Added: +120 lines
            ║    Removed: -15 lines
            ║    Net: +105 lines
            ║
            ║ Tokens: 480 in, 1,120 out, 4,000 from cache, cost $0.0032
            ╠════════════════════════════════════════════════════════════
            ║ 📁 Files Worked On: 2
            ║
            ║    • src/A.java (2× modified, 0× @mentioned)
            ║    • README.md (0× modified, 2× @mentioned)
            ╠════════════════════════════════════════════════════════════
            ║ ⏱️  Activity Timeline (Recent):
            ║
            ║    10:30 - Ended the session
            ║    10:00 - src/A.java
            ║    09:00 - session started
            ╠════════════════════════════════════════════════════════════
            ║ 🏷️  Tags: bug-fix, refactor
            ║
            ║ 📝 Notes:
            ║ First
            ║ Second
            ╚════════════════════════════════════════════════════════════

            💡 Tip: View full timeline with: aidis session 48 timeline
            """);
  }

  @Test
  void allFilesAreCountedThoughNotAllWereRead() {
    // Given
    FileList files = Samples.files(150);

    // When
    String summary =
        PLAN.of(report.of(Samples.session(48, "ended", null, null), files, List.of(), NOW));
    String table = PLAN.of(FilesReport.of(Samples.session(48, "ended", null, null), files));

    // Then
    assertThat(summary).contains("║ 📁 Files Worked On: 150\n");
    assertThat(table).startsWith("📁 Session #48 - aidis - 2 of 150 files\n");
  }

  @Test
  void whatWasNotToldIsNamedSo() {
    // When
    String status =
        PLAN.of(report.of(Samples.bare("active"), FileList.NONE, List.of(), Samples.START));
    String summary = PLAN.of(report.of(Samples.bare("timeout"), FileList.NONE, List.of(), NOW));

    // Then
    assertThat(status)
        .contains("║ Project: None\n")
        .contains("║ AI Model: Unknown\n")
        .contains("║ 🎯 Goal: Not set - use: aidis session goal \"<text>\"\n")
        .contains("║ 📝 Tags: None\n");
    assertThat(summary)
        .contains("║ Duration: 1 minute (0.0 hours)\n")
        .contains("║ No goal set\n")
        .contains("║ 📈 Productivity Score: 0/100\n║ 📉 Room for improvement\n")
        .contains("║ completion n/a, decisions n/a, context n/a, lines n/a,\n║ duration 0/10\n")
        .contains("║    Net: 0 lines\n")
        .contains("║ No notes added\n");
  }

  @Test
  void aLongGoalIsWrappedAtSpaces() {
    // Given
    String goal =
        "Rewrite the intake so that nothing that happens is ever lost, twice counted or late";

    // When
    String text =
        Drawing.Lines.of(40)
            .of(report.of(Samples.session(1, "active", goal, null), FileList.NONE, List.of(), NOW));

    // Then
    assertThat(text)
        .contains(
            """
            ║ 🎯 Goal: Rewrite the intake so that
            ║ nothing that happens is ever lost,
            ║ twice counted or late
            """);
  }

  @Test
  void escapesInUsersTextsDoNotReachTheTerminal() {
    // Given
    String goal = "\u001b[2J\u001b]0;owned\u0007red \u001b[31malert\u0000\u202e";

    // When
    String text =
        PLAN.of(report.of(Samples.session(1, "active", goal, null), FileList.NONE, List.of(), NOW));

    // Then
    assertThat(text).contains("║ 🎯 Goal: red alert\n").doesNotContain("\u001b");
  }
}
