package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The dashboard as a user sees it: in a browser, on a whole tracker. */
class DashboardIT implements SharedPages, Changing, States, AppViews, IncompleteTimelines {
  static final int MANY = 130;
  private static final double MOST_BYTES = 1_000_000;

  private static final int MOST_REQUESTS = 45;

  private static final String SENT =
      """
      return performance.getEntriesByType('resource')
        .concat(performance.getEntriesByType('navigation'))
        .reduce((sum, one) => sum + one.transferSize, 0)
      """;

  /** What the browser waits for before it paints: scripts must not be among it. */
  private static final String BLOCKING =
      """
      return performance.getEntriesByType('resource')
        .filter((one) => one.renderBlockingStatus === 'blocking')
        .map((one) => one.name.replace(/.*\\./, ''))
      """;

  @TempDir private static Path temporary;
  private static DashboardTracker tracker;
  private static Browser browser;
  private static String number;

  @Override
  public DashboardTracker tracker() {
    return tracker;
  }

  @Override
  public Browser browser() {
    return browser;
  }

  @BeforeAll
  static void start() throws Exception {
    tracker = DashboardTracker.start(temporary.resolve("home"), MANY);
    browser = tracker.browser();
    number = tracker.numberOf("Search that forgives");
  }

  @AfterAll
  static void stop() {
    if (tracker != null) {
      tracker.close();
    }
  }

  /** Whatever a test looked at: no script was refused, none failed, none came in as text. */
  @AfterEach
  void nothingWentWrongUnseen() {
    assertThat(browser.script("return window.hacked === undefined")).isEqualTo(true);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whatHappensNowIsSeenWithoutReloading() throws Exception {
    // Given
    browser.open("/");
    browser.await("the session", () -> browser.text().contains("The session at hand"));
    browser.script("window.still = true");

    // When
    tracker
        .client()
        .post(
            "/api/v1/activities",
            DashboardWork.batch(
                DashboardWork.activity(
                    Clock.systemUTC().instant(), 0, "note_added", "'body':'The cache was it'")));

    // Then
    browser.await("the note", () -> browser.text().contains("The cache was it"));
    assertThat(browser.script("return window.still")).isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/sessions", "/sessions/{hostile}", "/trends", "/compare?a={hostile}&b=current"})
  void hostileTextsAreShownAsText(String path) throws Exception {
    // When
    browser.open(path.replace("{hostile}", tracker.numberOf(DashboardWork.MARKUP)));

    // Then
    assertThat(browser.text()).containsAnyOf("<img src=x onerror=", "<b>x</b>");
    assertThat(browser.script("return document.querySelectorAll('main img, main script').length"))
        .isEqualTo(0L);
  }

  @Test
  void aSessionIsShownInFull() {
    // When
    browser.open("/sessions/" + number);

    // Then
    assertThat(browser.text())
        .contains("Search that forgives", "Score", "Completion", "40 of 40", "3 of 15")
        .contains("src/A.java", "src/b.rs", "+30", "Write the test", "✓ Completed")
        .contains("Keep it small", "It is enough", "Notes", "See the page", "$0.12", "desk");
  }

  @Test
  void tasksOfOneTitleAreStillTwo() {
    browser.open("/sessions/current");

    assertThat(browser.findAll("[aria-labelledby=tasks] li"))
        .extracting(WebElement::getText)
        .containsExactly("Look twice\n✓ Completed", "Look twice\nTodo");
  }

  @Test
  void filtersLiveInTheAddress() {
    // Given
    browser.open("/sessions");

    // When
    browser.find("#f-text").sendKeys("forgives");

    // Then
    browser.await("the address", () -> browser.address().equals("/sessions?text=forgives"));
    browser.await("one row", () -> rows() == 1);
    browser.open(browser.address());
    assertThat(browser.find("#f-text").getAttribute("value")).isEqualTo("forgives");
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void aLongListComesPageByPage() {
    // Given
    browser.open("/sessions");
    assertThat(rows()).isEqualTo(100);

    // When: whoever comes near the end
    browser.press(Keys.END);

    // Then
    browser.await("all rows", () -> rows() == MANY + DashboardTracker.BESIDE_MANY);
    assertThat(browser.find("main p.row button").isDisplayed()).isFalse();
  }

  @Test
  void theKeyboardIsEnough() {
    // Given
    browser.open("/");
    browser.await("the session", () -> browser.text().contains("The session at hand"));

    // When: past the skip link, the name, and Now
    for (int i = 0; i < 4; i++) {
      browser.press(Keys.TAB);
    }
    browser.press(Keys.ENTER);

    // Then
    browser.await("the sessions", () -> browser.address().equals("/sessions"));
    browser.awaitReady();
    assertThat(browser.script("return document.activeElement.id")).isEqualTo("main");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/sessions", "/sessions/{number}", "/trends", "/compare", "/sessions/0"})
  void nobodyIsShutOut(String path) throws IOException {
    for (String scheme : List.of("light", "dark")) {
      browser.prefer(scheme);
      browser.open(path.replace("{number}", number));
      browser.await("something to see", () -> browser.find("main h1").isDisplayed());

      assertThat(browser.objections()).as("%s in %s colours", path, scheme).isEmpty();
    }
    browser.complaints(); // that a session is not there is one
  }

  @Test
  void aWrongTokenIsAskedForAgain() throws Exception {
    // Given
    Matcher token =
        Pattern.compile("\"secret\":\"(aidis_[^\"]+)\"")
            .matcher(tracker.client().post("/api/v1/tokens", "{\"owner\":\"ada\"}").body());
    assertThat(token.find()).isTrue();
    browser.open("/sessions");
    browser.script("sessionStorage.setItem('aidis.token', 'aidis_wrong')");

    // When
    browser.open("/trends", "#token");
    assertThat(browser.text()).contains("This token is unknown");
    browser.find("#token").sendKeys(token.group(1), Keys.ENTER);

    // Then
    browser.await("the page", () -> browser.text().contains("Days of the year"));
    browser.script("sessionStorage.clear()");
    browser.complaints(); // that it was refused is one
  }

  @Test
  void chartsCanBeTakenAlong() {
    browser.open("/trends");

    assertThat(browser.text()).contains("Languages", "Rust", "+42");
    assertThat(browser.savedWithType("Active time by day as SVG"))
        .first()
        .isEqualTo("image/svg+xml");
    assertThat(browser.saved("Active time by day as SVG")).startsWith("<svg");
    assertThat(browser.savedWithType("Hours of the week as PNG")).first().isEqualTo("image/png");
    assertThat(browser.saved("Days of the year as CSV"))
        .startsWith("Day,Minutes,Sessions,Score\r\n");
  }

  /**
   * How fast they are depends on what else the machine does: `benchmarks/run dashboard` measures
   * it.
   */
  @Test
  void pagesAreLightAndNoScriptHoldsThemUp() {
    // When
    browser.clearCache();
    browser.open("/trends");

    // Then
    assertThat(browser.number(SENT)).isBetween(MOST_BYTES / 4, MOST_BYTES);
    assertThat(browser.number("return performance.getEntriesByType('resource').length"))
        .isBetween(10.0, (double) MOST_REQUESTS);
    assertThat(browser.texts(BLOCKING)).isNotEmpty().containsOnly("css");
  }

  /** The pure functions of the scripts, where they run. */
  @Test
  void theScriptsPartsDoWhatTheySay() throws Exception {
    try (InputStream units = DashboardIT.class.getResourceAsStream("/dashboard/units.js")) {
      browser.open("/sessions");
      String main = browser.source("script[type=module]");
      String script =
          new String(Objects.requireNonNull(units).readAllBytes(), StandardCharsets.UTF_8);

      assertThat(browser.later(script, main.replace("/main.js", ""))).isEmpty();
    }
  }

  private static int rows() {
    return browser.findAll("table.sessions tbody tr").size();
  }
}
