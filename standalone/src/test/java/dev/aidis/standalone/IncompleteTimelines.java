package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is seen of a session of which not all activities are there, or not all are drawn. */
interface IncompleteTimelines extends OnDashboard {
  String MONTH_OF =
      """
      SELECT to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM') FROM sessions
      WHERE session_goals = 'Long ago'
      """;

  @Test
  default void ofAnArchivedMonthTheRowsThatStayAreShownAndHowTheRestComesBack() throws Exception {
    // Given
    String month = tracker().client().rows(MONTH_OF).getFirst();
    assertThat(tracker().client().post("/api/v1/archive/" + month, "").body()).contains(month);

    // When
    browser().open("/sessions/" + tracker().numberOf("Long ago"));

    // Then
    assertThat(browser().text())
        .contains("What happened in " + month + " is archived", "aidis archive restore " + month)
        .contains("Ask the elders", "✓ Completed on", "It was so", "<b>Because</b>")
        .contains("Read this", "All of it", "A note of then", "<i>And another</i>")
        .doesNotContain("Show all");
    assertThat(browser().objections()).isEmpty();
  }
}
