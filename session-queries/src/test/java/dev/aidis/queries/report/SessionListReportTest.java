package dev.aidis.queries.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.queries.page.Drawing;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionListReportTest {

  @Test
  void sessionsOfOneOwnerHaveALineEach() {
    // Given
    var sessions = List.of(Samples.session(48, "active", "Ship it", null), Samples.bare("timeout"));

    // When
    String table = Drawing.Lines.of(120).of(new SessionListReport(ZoneOffset.UTC).of(sessions));

    // Then
    assertThat(table)
        .isEqualTo(
            """
             #  Started           Project  Duration  Tasks  Code      Score  Status   Goal
            ─────────────────────────────────────────────────────────────────────────────────
            48  2026-03-02 08:00  aidis    1h 30m    2/3    +120 -15  64.67  active   Ship it
             7  2026-03-02 08:00  -        1m        0/0    +0 -0         0  timeout
            """);
  }

  @Test
  void severalOwnersAreNamed() {
    // Given
    var sessions =
        List.of(
            Samples.session(2, "ada", "aidis", "ended", null, null),
            Samples.session(1, "grace", "aidis", "ended", null, null));

    // When
    String table = Drawing.Lines.of(120).of(new SessionListReport(ZoneOffset.UTC).of(sessions));

    // Then
    assertThat(table.lines().toList().getFirst()).contains("Owner");
    assertThat(table).contains("  ada    ").contains("  grace  ");
  }

  @Test
  void wideCharactersKeepTheColumnsAligned() {
    // Given
    var sessions =
        List.of(
            Samples.session(2, "ada", "日本語", "ended", "🚀 los", null),
            Samples.session(1, "ada", "aidis", "ended", "e\u0301tude", null));

    // When
    String table = Drawing.Lines.of(120).of(new SessionListReport(ZoneOffset.UTC).of(sessions));

    // Then
    assertThat(table)
        .isEqualTo(
            """
            #  Started           Project  Duration  Tasks  Code      Score  Status  Goal
            ──────────────────────────────────────────────────────────────────────────────
            2  2026-03-02 08:00  日本語   1h 30m    2/3    +120 -15  64.67  ended   🚀 los
            1  2026-03-02 08:00  aidis    1h 30m    2/3    +120 -15  64.67  ended   e\u0301tude
            """);
  }

  @Test
  void whatDoesNotFitIsCut() {
    // Given
    var sessions =
        List.of(
            Samples.session(
                1,
                "ada",
                "a-project-with-a-long-name",
                "ended",
                "A goal that goes on and on",
                null));

    // When
    String table = Drawing.Lines.of(80).of(new SessionListReport(ZoneOffset.UTC).of(sessions));

    // Then
    assertThat(table)
        .isEqualTo(
            """
            #  Started           Project   Duration  Tasks  Code      Score  Status  Goal
            ────────────────────────────────────────────────────────────────────────────────
            1  2026-03-02 08:00  a-proje…  1h 30m    2/3    +120 -15  64.67  ended   A goal…
            """);
  }

  @Test
  void aFilterThatFindsNothingDoesNotSayThatThereIsNothing() {
    assertThat(Drawing.Lines.of(80).of(new SessionListReport(ZoneOffset.UTC).of(List.of(), true)))
        .isEqualTo("No session is like that.\n");
  }

  @Test
  void noSessionsAreASentence() {
    assertThat(Drawing.Lines.of(80).of(new SessionListReport(ZoneOffset.UTC).of(List.of())))
        .isEqualTo("No sessions yet.\n");
  }
}
