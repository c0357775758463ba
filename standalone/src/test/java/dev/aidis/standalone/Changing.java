package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What the user changes, and where in the address it stands. */
interface Changing extends OnDashboard {
  /** The button of that name gets the focus, as by the tabulator key. */
  String FOCUS =
      "[...document.querySelectorAll('button')].find((one) => one.textContent === arguments[0]).focus()";

  @Test
  default void theGoalOfASessionThatIsOverCanBeSet() throws Exception {
    // Given
    browser().open("/sessions/" + yesterdays());

    // When
    browser().find(".headline button").click();
    browser()
        .find("dialog textarea")
        .sendKeys(Keys.chord(Keys.CONTROL, "a"), "Search that forgives all");
    browser().find("dialog button.primary").click();

    // Then
    browser().await("the goal", () -> browser().text().contains("Search that forgives all"));
  }

  @Test
  default void tagsOfASessionThatIsOverAreChangedByKeyboardAlone() throws Exception {
    // Given
    String number = yesterdays();
    browser().open("/sessions/" + number);

    // When: off with the one that is there, on with another
    browser().script(FOCUS, "Tags");
    browser().press(Keys.ENTER);
    browser().press("speed, a < b");
    browser().pressWithShift(Keys.TAB);
    browser().press(Keys.SPACE);
    browser().press(Keys.TAB);
    browser().press(Keys.ENTER);

    // Then
    browser()
        .await(
            "the tags",
            () ->
                tracker()
                    .client()
                    .rows("SELECT array_to_string(tags, ',') FROM sessions WHERE id = " + number)
                    .equals(List.of("a < b,speed")));
    browser().await("the page", () -> !browser().text().contains("feature"));
    assertThat(browser().text()).contains("speed", "a < b");
  }

  @Test
  default void tagsOfTheSessionAtHandAreRemoved() throws Exception {
    // Given
    browser().open("/");
    browser().await("the session", () -> browser().text().contains("The session at hand"));
    tracker().client().post("/api/v1/session/tag", "{\"tags\":[\"passing\"]}");
    browser().await("the tag", () -> browser().text().contains("passing"));

    // When
    browser().script(FOCUS, "Tags");
    browser().press(Keys.ENTER);
    browser().find("dialog input[type=checkbox]").click();
    browser().find("dialog button.primary").click();

    // Then
    browser().await("the page", () -> browser().findAll(".headline .tag").isEmpty());
  }

  @Test
  default void aWorkspaceIsChosenAndStaysInTheAddress() {
    // Given
    browser().open("/sessions");
    browser().await("the choice", () -> browser().find("#workspace-chosen").isDisplayed());

    // When
    browser().find("#workspace-chosen option[value='side \u00e4']").click();

    // Then
    browser().await("its sessions", () -> browser().findAll("table.sessions tbody tr").size() == 1);
    assertThat(browser().address()).isEqualTo("/sessions?workspace=side+%C3%A4");
    browser().find("nav a").click();
    browser().await("its session", () -> browser().text().contains("Beside the other"));
    assertThat(browser().address()).isEqualTo("/?workspace=side+%C3%A4");
  }

  @Test
  default void whoComesBackFindsTheListWhereItWasLeft() {
    // Given
    browser().open("/sessions");
    browser().press(Keys.END);
    browser().await("all", () -> browser().findAll("tbody tr").size() > DashboardIT.MANY);
    browser().script("window.scrollTo(0, document.body.scrollHeight)");
    browser().await("the end", () -> browser().number("return history.state?.top ?? 0") > 2_000);
    double top = browser().number("return history.state.top");

    // When
    browser().script("[...document.querySelectorAll('td.goal a')].at(-1).click()");
    browser().await("the session", () -> browser().address().matches("/sessions/[0-9]+"));
    browser().awaitReady();
    browser().script("history.back()");

    // Then
    browser().await("the list", () -> browser().findAll("tbody tr").size() > DashboardIT.MANY);
    browser().await("the place", () -> Math.abs(browser().number("return scrollY") - top) < 50);
  }
}
