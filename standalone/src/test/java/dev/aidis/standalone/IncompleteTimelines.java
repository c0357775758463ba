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

  @Test
  default void whatHappenedLastInALongSessionIsTheLast() {
    // When
    browser().open("/?workspace=much");

    // Then
    browser().await("the session", () -> browser().text().contains("More than is drawn"));
    assertThat(browser().find("[aria-labelledby=recent]").getText())
        .contains("The last of much", "Never mind");
    assertThat(browser().text()).contains("The last 10,000 of 10,005 activities are drawn");
  }

  @Test
  default void ofALongSessionEverythingThatIsListedIsThere() throws Exception {
    // When
    browser().open("/sessions/" + tracker().numberOf("More than is drawn"));

    // Then
    assertThat(browser().find("[aria-labelledby=tasks]").getText()).contains("Go on\n✓ Completed");
    assertThat(browser().find("[aria-labelledby=decisions]").getText()).contains("Never mind");
    assertThat(browser().find("[aria-labelledby=notes]").getText()).contains("The last of much");
    assertThat(browser().text())
        .contains("The last 10,000 of 10,005 activities are drawn")
        .contains("Show these 10,000 as a list");
  }
}
