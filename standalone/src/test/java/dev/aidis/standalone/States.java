package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen while there is nothing else to see. */
interface States extends OnDashboard {
  /** From here on requests do not come back, or as arguments say, until {@code back} is called. */
  String REPLACE_FETCH =
      """
      const [status, detail] = arguments;
      const fetch = window.fetch;
      window.back = () => { window.fetch = fetch; };
      window.fetch = status === 0 ? () => new Promise(() => {})
        : async () => new Response(JSON.stringify({status, detail}), {status});
      """;

  @Test
  default void whatTakesAMomentIsSaidToBeLoading() throws Exception {
    // Given
    browser().open("/sessions");
    browser().script(REPLACE_FETCH, 0, "");

    // When
    browser().script("document.querySelector('nav a[href=\"/trends\"]').click()");

    // Then
    browser().await("grey shapes", () -> browser().find(".loading[role=status]").isDisplayed());
    assertThat(browser().find(".loading").getAttribute("textContent")).contains("Loading");
    assertThat(browser().objections()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/trends; 503; Postgres does not answer.",
        "/sessions; 429; Too many requests: wait a second."
      })
  default void whatDoesNotWorkIsSaidWithAWayOn(String page, int status, String detail)
      throws Exception {
    for (String scheme : List.of("light", "dark")) {
      // Given
      browser().prefer(scheme);
      browser().open("/compare");
      browser().script(REPLACE_FETCH, status, detail);

      // When
      browser().script("document.querySelector(`nav a[href='${arguments[0]}']`).click()", page);

      // Then
      browser().await("the reason", () -> browser().find("[role=alert]").isDisplayed());
      assertThat(browser().text()).contains("That did not work", detail);
      assertThat(browser().objections()).as(scheme).isEmpty();
      browser().script("back()");
      browser().find("[role=alert] button").click();
      browser().await("the page", () -> browser().findAll("[role=alert]").isEmpty());
      browser().awaitReady();
    }
  }

  @Test
  default void aTrackerThatIsAwayAndBackIsNoticedWhileThePageIsOpen() throws Exception {
    try (Line line = Line.to(tracker().port())) {
      // Given
      browser().openAt(line.address());
      browser().await("the session", () -> browser().text().contains("The session at hand"));

      // When
      line.cut();

      // Then
      browser().await("that it is away", () -> browser().text().contains("Not connected"));
      browser().find("nav a[href='/trends']").click();
      browser().await("the reason", () -> browser().text().contains("does not answer"));

      // When
      line.mend();
      browser().find("[role=alert] button").click();

      // Then
      browser().await("the page", () -> browser().text().contains("Days of the year"));
      browser().find("nav a").click();
      browser().await("the session", () -> browser().text().contains("The session at hand"));
      line.cut();
      browser().await("that it is away", () -> browser().text().contains("Not connected"));
      line.mend();
      tracker().client().post("/api/v1/session/note", "{\"note\":\"There again\"}");
      browser().await("what happened since", () -> browser().text().contains("There again"));
      assertThat(browser().text()).doesNotContain("Not connected");
      browser().openBlank();
    }
    browser().complaints(); // that it was away is one
  }

  @Test
  default void whoWantsLessMotionGetsNone() {
    String moves =
        "return getComputedStyle(document.querySelector('.pill.active'), '::before').animationName";
    browser().open("/");
    browser().await("the session", () -> browser().text().contains("The session at hand"));
    assertThat(browser().script(moves)).isEqualTo("breathe");

    browser().preferLessMotion();

    assertThat(browser().script(moves)).isEqualTo("none");
    browser().prefer("light");
  }

  /** What a screen reader says of the page, without looking at it. */
  @Test
  default void whatIsDrawnIsToldToo() {
    browser().open("/trends");

    assertThat(browser().spoken())
        .contains(
            "banner",
            "navigation Pages",
            "main",
            "heading Trends",
            "image Time with a session by weekday and hour. What it means is said above in words.",
            "button Hours of the week as CSV",
            "group Period");
    browser().find("nav a[href='/sessions']").click();
    browser()
        .await(
            "it to be said",
            () ->
                browser()
                    .texts("return [document.getElementById('says').textContent]")
                    .getFirst()
                    .startsWith("Sessions"));
  }
}
