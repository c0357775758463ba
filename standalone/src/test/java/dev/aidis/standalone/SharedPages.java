package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is given away: files that stand for themselves. */
interface SharedPages extends OnDashboard {
  /** What would run, or would be loaded from elsewhere. */
  String ACTIVE =
      """
      return [...document.querySelectorAll('*')].filter((one) =>
        ['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'IMG', 'LINK', 'BASE', 'FORM'].includes(one.tagName)
          || [...one.attributes].some(({name, value}) =>
            name.startsWith('on') || ['href', 'src', 'action'].includes(name)))
        .map((one) => one.outerHTML)
      """;

  @ParameterizedTest
  @ValueSource(strings = {"/sessions/{hostile}", "/sessions", "/trends?period=7d"})
  default void aPageToShareShowsHostileTextsAsText(String path, @TempDir Path folder)
      throws Exception {
    // Given
    browser().open(path.replace("{hostile}", tracker().numberOf(DashboardWork.MARKUP)));

    // When
    Path file = Files.writeString(folder.resolve("shared.html"), browser().saved("Page to share"));
    browser().openFile(file);

    // Then
    assertThat(browser().texts(ACTIVE)).isEmpty();
    assertThat(browser().wholeText()).containsAnyOf("<img src=x onerror=", "<b>x</b>");
  }

  @Test
  default void aSessionToShareTellsWhatItsPageTells(@TempDir Path folder) throws Exception {
    // Given
    browser().open("/sessions/" + yesterdays());

    // When
    Path file = Files.writeString(folder.resolve("shared.html"), browser().saved("Page to share"));
    browser().openFile(file);

    // Then
    assertThat(browser().wholeText())
        .contains("Search that forgives", "shop", "src/A.java", "65/100", "+37");
  }

  @Test
  default void aWeekToShareTellsWhatTrendsTell(@TempDir Path folder) throws Exception {
    // Given
    browser().open("/trends?period=7d");
    String sessions = browser().find("dl.numbers dd").getText();

    // When
    Path file = Files.writeString(folder.resolve("shared.html"), browser().saved("Page to share"));
    browser().openFile(file);

    // Then
    assertThat(browser().wholeText()).containsPattern("Total Sessions\\D*" + sessions + "\\b");
  }
}
