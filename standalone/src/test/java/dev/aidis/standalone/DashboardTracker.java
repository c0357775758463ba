package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.standalone.home.Home;
import dev.aidis.standalone.home.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A tracker with sessions, and a browser that looks at it. */
final class DashboardTracker implements AutoCloseable {
  static final int BESIDE_MANY = 7;

  private final int port;
  private final Tracker tracker;
  private final TrackerClient client;
  private final Browser browser;

  private DashboardTracker(int port, Tracker tracker, TrackerClient client, Browser browser) {
    this.port = port;
    this.tracker = tracker;
    this.client = client;
    this.browser = browser;
  }

  /** Starts both, with so many sessions beside those that tests look at. */
  static DashboardTracker start(Path home, int many) throws IOException, InterruptedException {
    Logging.begin(Path.of("target"));
    Settings settings = FreePorts.settings(home);
    TrackerClient client = new TrackerClient(settings);
    Browser browser = Browser.on(client.root());
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    DashboardTracker started =
        new DashboardTracker(
            settings.port(),
            new Tracker(settings, Home.open(home), new Console(nowhere, nowhere)),
            client,
            browser);
    try {
      started.tracker.start(Clock.systemUTC());
      started.work(many);
      return started;
    } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
      started.close();
      throw e;
    }
  }

  private void work(int many) throws IOException, InterruptedException {
    Instant now = Clock.systemUTC().instant();
    List<String> batches =
        new ArrayList<>(
            List.of(
                DashboardWork.many(now, many),
                DashboardWork.hostile(now),
                DashboardWork.yesterday(now),
                DashboardWork.longAgo(now),
                DashboardWork.beside(now),
                DashboardWork.now(now)));
    batches.addAll(DashboardWork.much(now));
    for (String batch : batches) {
      assertThat(client.post("/api/v1/activities", batch).body()).contains("\"rejected\":0");
    }
    String all = Integer.toString(many + BESIDE_MANY);
    browser.await(
        "everything is written",
        () -> client.rows("SELECT count(*) FROM sessions").equals(List.of(all)));
    browser.await("nothing is left to write", () -> pipeline().contains("\"updatesLag\":0"));
  }

  private String pipeline() throws IOException, InterruptedException {
    return client.get("/api/v1/pipeline").body();
  }

  int port() {
    return port;
  }

  TrackerClient client() {
    return client;
  }

  Browser browser() {
    return browser;
  }

  /** The number of the session whose goal begins so. */
  String numberOf(String goal) throws SQLException {
    return client
        .rows("SELECT id FROM sessions WHERE starts_with(session_goals, ?)", goal)
        .getFirst();
  }

  @Override
  public void close() {
    browser.close();
    tracker.close();
    client.close();
  }
}
