package dev.aidis.benchmarks.dashboard;

import dev.aidis.benchmarks.Figures;
import dev.aidis.benchmarks.Results;
import dev.aidis.benchmarks.tracker.RestClient;
import dev.aidis.benchmarks.tracker.TrackerUnderTest;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Ids;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Opens the pages of the dashboard on a tracker with many sessions, each with an empty cache and
 * again with a full one. Arguments: sessions (10000), rounds (7).
 */
public final class Main {
  private static final Duration APART = Duration.ofMinutes(45);
  private static final int BATCH = 1_000;

  /** Asks until the newest session is there, then until nothing is on its way. */
  private static final String ARRIVED =
      """
      const done = arguments[arguments.length - 1];
      const wait = async () => {
        const lag = await (await fetch('/api/v1/pipeline')).json();
        if (lag.activitiesLag === 0 && lag.updatesLag === 0) { done(true); } else { setTimeout(wait, 200); }
      };
      wait();
      """;

  private static final String SHOWN =
      """
      const done = arguments[arguments.length - 1];
      const wait = () => {
        const shown = document.getElementById('main')?.dataset.ready !== undefined
          && document.querySelector('.loading') === null
          && [...document.querySelectorAll('.chart')].every((chart) => chart.dataset.drawn !== undefined);
        if (!shown) { return setTimeout(wait, 5); }
        const now = performance.now();
        const entries = [...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')];
        done({
          paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
          shown: now,
          bytes: entries.reduce((sum, one) => sum + one.transferSize, 0)});
      };
      wait();
      """;

  /** As fast as a wheel turns, until the last session is at the bottom of the window. */
  private static final String SCROLLED =
      """
      const done = arguments[arguments.length - 1];
      const frames = [];
      let last = performance.now();
      let still = 0;
      const step = (now) => {
        frames.push(now - last);
        last = now;
        const before = window.scrollY;
        window.scrollBy(0, 1000);
        still = window.scrollY === before ? still + 1 : 0;
        if (still < 120) { return requestAnimationFrame(step); }
        frames.length -= 120;
        const sorted = frames.slice(1).sort((a, b) => a - b);
        done({
          rows: document.querySelectorAll('table.sessions tbody tr').length,
          frames: sorted.length,
          p50: sorted[Math.floor(sorted.length * 0.5)],
          p95: sorted[Math.floor(sorted.length * 0.95)],
          longest: sorted.at(-1)});
      };
      requestAnimationFrame(step);
      """;

  private Main() {}

  /** What one opening of a page told. */
  private record Opening(double paint, double shown, double bytes) {
    static Opening of(JsonNode told) {
      return new Opening(
          told.path("paint").asDouble(),
          told.path("shown").asDouble(),
          told.path("bytes").asDouble());
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int sessions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
    try (TrackerUnderTest tracker = TrackerUnderTest.start();
        WebDriver browser = WebDriver.start()) {
      RestClient client = new RestClient(tracker);
      for (byte[] body : RestClient.batches(work(sessions), BATCH)) {
        client.send(body);
      }
      browser.open(tracker.url("/api/v1/caller"));
      browser.later(ARRIVED);
      Map<String, List<Opening>> openings = openings(tracker, browser, rounds);
      browser.open(tracker.url("/sessions"));
      browser.later(SHOWN);
      report(sessions, rounds, openings, scrolled(browser.later(SCROLLED)));
    }
  }

  /** One after the other, each begun by a start, until now. */
  private static List<Activity> work(int sessions) {
    List<Activity> work = new ArrayList<>();
    Instant at = Clock.systemUTC().instant().minus(APART.multipliedBy(sessions));
    for (int i = 0; i < sessions; i++, at = at.plus(APART)) {
      work.add(activity(ActivityType.SESSION_STARTED, at).body("Goal " + i).build());
      work.add(
          activity(ActivityType.FILE_MODIFIED, at.plus(APART.dividedBy(2)))
              .filePath("src/File" + i % 50 + ".java")
              .linesAdded(i % 40)
              .build());
    }
    return work;
  }

  private static ActivityBuilder activity(ActivityType type, Instant at) {
    return Activity.builder(Ids.nameBased(type + " " + at), type)
        .occurredAt(at)
        .owner("benchmark")
        .machine("laptop")
        .project("shop");
  }

  private static Map<String, List<Opening>> openings(
      TrackerUnderTest tracker, WebDriver browser, int rounds)
      throws IOException, InterruptedException {
    Map<String, List<Opening>> openings = new LinkedHashMap<>();
    for (String path : List.of("/", "/sessions", "/sessions/1", "/trends", "/compare")) {
      List<Opening> cold = new ArrayList<>();
      List<Opening> again = new ArrayList<>();
      for (int round = -1; round < rounds; round++) {
        browser.clearCache();
        for (List<Opening> kind : List.of(cold, again)) {
          browser.open(tracker.url(path));
          Opening opening = Opening.of(browser.later(SHOWN));
          if (round >= 0) {
            kind.add(opening);
          }
        }
      }
      openings.put(path, cold);
      openings.put(path + " again", again);
    }
    return openings;
  }

  private static String scrolled(JsonNode told) {
    return String.format(
        Locale.ROOT,
        "through the list of all %d sessions, 1,000 px a frame: %d frames, p50 %.0f ms, p95 %.0f ms, longest %.0f ms",
        told.path("rows").asInt(),
        told.path("frames").asInt(),
        told.path("p50").asDouble(),
        told.path("p95").asDouble(),
        told.path("longest").asDouble());
  }

  private static void report(
      int sessions, int rounds, Map<String, List<Opening>> openings, String scrolled) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("page", "first paint ms", "all shown ms", "transferred kB"));
    openings.forEach(
        (page, kind) ->
            table.add(
                List.of(
                    page,
                    Figures.spread(kind.stream().map(Opening::paint).toList()),
                    Figures.spread(kind.stream().map(Opening::shown).toList()),
                    String.format(
                        Locale.ROOT,
                        "%.0f",
                        Figures.median(kind.stream().map(Opening::bytes).toList()) / 1e3))));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("sessions", sessions);
    facts.put("rounds", rounds);
    facts.put(
        "measured",
        "in chromium on loopback, from the beginning of the navigation; each page with an empty cache, and again with"
            + " what it left there; medians, in brackets the least and the greatest");
    facts.put("scrolled", scrolled);
    Results.write("dashboard", "How light and fast the dashboard is", facts, table);
    table.forEach(row -> System.out.println(String.join("\t", row)));
  }
}
