package dev.aidis.queries.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.queries.ActivityView;
import dev.aidis.queries.page.Drawing;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineReportTest {

  @Test
  void activitiesAreDrawnInTheOrderTheyHappenedByDay() {
    // Given
    List<ActivityView> newestFirst =
        List.of(
            Samples.activity(
                Samples.START.plusSeconds(60_000), "session_ended", "Ended the session"),
            Samples.activity(Samples.START.plusSeconds(600), "file_modified", null),
            Samples.activity(Samples.START, "session_started", null));

    // When
    String text =
        Drawing.Lines.of(60)
            .of(
                new TimelineReport(ZoneId.of("Europe/Berlin"))
                    .of(Samples.session(48, "ended", null, null), newestFirst));

    // Then
    assertThat(text)
        .isEqualTo(
            """
            ⏱️  Session #48 - aidis - ended

            … 9 of 12 not shown

            Monday, 2026-03-02
              09:00  session started
              09:10  file modified      src/A.java (+12 -3)

            Tuesday, 2026-03-03
              01:40  session ended      Ended the session
            """);
  }

  @Test
  void whatIsTooLongGoesOnBelow() {
    // Given
    List<ActivityView> one =
        List.of(Samples.activity(Samples.START, "note_added", "Words that go on for long"));

    // When
    String text =
        Drawing.Lines.of(40)
            .of(
                new TimelineReport(ZoneId.of("UTC"))
                    .of(Samples.session(1, "ended", null, null), one));

    // Then
    assertThat(text)
        .contains(
            """
              08:00  note added         Words that
                                        go on for
                                        long
            """);
  }
}
