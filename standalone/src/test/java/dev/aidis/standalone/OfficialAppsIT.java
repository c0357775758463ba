package dev.aidis.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The views for assistants in the official host bridge. It comes over npm, and so is run only where
 * it is asked for: {@code scripts/apps}.
 */
@EnabledIfSystemProperty(named = "aidis.apps.host", matches = ".+")
class OfficialAppsIT implements AppViews {
  @TempDir private static Path temporary;
  private static DashboardTracker tracker;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    tracker = DashboardTracker.start(temporary.resolve("home"), 3);
  }

  @AfterAll
  static void stop() {
    if (tracker != null) {
      tracker.close();
    }
  }

  @Override
  public DashboardTracker tracker() {
    return tracker;
  }

  @Override
  public Browser browser() {
    return tracker.browser();
  }

  @Override
  public void openHost() throws IOException {
    browser().openBlank();
    browser().script(Files.readString(Path.of(System.getProperty("aidis.apps.host"))));
  }
}
