package dev.aidis.benchmarks.freshness;

import dev.aidis.benchmarks.Figures;
import dev.aidis.benchmarks.Results;
import dev.aidis.benchmarks.load.AssistantLoad;
import dev.aidis.benchmarks.load.Tables;
import dev.aidis.benchmarks.tracker.RestClient;
import dev.aidis.benchmarks.tracker.TrackerUnderTest;
import dev.aidis.schemas.Activity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * How long after an activity is acknowledged its row can be read in Postgres: at 20 activities a
 * second alone, and beside a load of many more. Arguments: seconds of each stage (40), the load in
 * activities a second (8,000), seconds before that are not counted (10).
 */
public final class Main {
  private static final int PER_SECOND = 20;
  private static final int LOAD_BATCH = 500;
  private static final int LOAD_KEYS = 2_000;
  private static final long NANOS = 1_000_000_000L;
  private static final List<String> HEADER =
      List.of("stage", "activities", "p50 ms", "p90 ms", "p99 ms", "greatest ms");

  private final List<List<String>> table = new ArrayList<>(List.of(HEADER));
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final TrackerUnderTest tracker;
  private final RestClient client;

  private Main(TrackerUnderTest tracker) {
    this.tracker = tracker;
    this.client = new RestClient(tracker);
  }

  public static void main(String[] args) throws Exception {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 40;
    int load = args.length > 1 ? Integer.parseInt(args[1]) : 8_000;
    int warmUp = args.length > 2 ? Integer.parseInt(args[2]) : 10;
    try (TrackerUnderTest tracker = TrackerUnderTest.start()) {
      new Main(tracker).measure(seconds, load, warmUp);
    }
  }

  private void measure(int seconds, int load, int warmUp) throws Exception {
    System.out.println("Warming up");
    steady("warm", warmUp);
    show("20 a second", steady("alone", seconds));
    Thread other = beside(seconds + 2, load);
    show("20 a second, beside " + load + " a second", steady("beside", seconds));
    other.join();
    Results.write("freshness", "From acknowledged to visible in Postgres", facts, table);
  }

  /** One activity a request, evenly; the milliseconds from each answer until the row is there. */
  private List<Double> steady(String name, int seconds) throws Exception {
    List<Activity> activities = new ArrayList<>();
    AssistantLoad.generate(name, PER_SECOND * seconds, 5, activities::add);
    try (VisibleRows rows = VisibleRows.watch(tracker.jdbcUrl(), activities.size())) {
      long begin = System.nanoTime();
      for (int i = 0; i < activities.size(); i++) {
        pace(begin + i * NANOS / PER_SECOND);
        client.send(RestClient.batches(List.of(activities.get(i)), 1).getFirst());
        rows.acknowledged(activities.get(i));
      }
      return rows.millis();
    }
  }

  private Thread beside(int seconds, int perSecond) {
    List<Activity> activities = new ArrayList<>();
    AssistantLoad.generate("load", perSecond * seconds, LOAD_KEYS, activities::add);
    List<byte[]> bodies = RestClient.batches(activities, LOAD_BATCH);
    return Thread.startVirtualThread(
        () -> {
          long begin = System.nanoTime();
          try {
            for (int i = 0; i < bodies.size(); i++) {
              pace(begin + i * NANOS * LOAD_BATCH / perSecond);
              client.send(bodies.get(i));
            }
            double took = (System.nanoTime() - begin) / 1e9;
            facts.put("load, activities/s", Math.round(activities.size() / took));
            Tables.awaitCount(
                tracker.jdbcUrl(),
                "SELECT count(*) FROM session_activities WHERE owner LIKE 'load-%'",
                activities.size());
          } catch (Exception e) {
            throw new IllegalStateException("the load failed", e);
          }
        });
  }

  private static void pace(long due) {
    while (System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
  }

  private void show(String stage, List<Double> millis) {
    table.add(
        List.of(
            stage,
            Integer.toString(millis.size()),
            milliseconds(Figures.median(millis)),
            milliseconds(Figures.quantile(millis, 0.9)),
            milliseconds(Figures.quantile(millis, 0.99)),
            milliseconds(Figures.quantile(millis, 1))));
    System.out.println(String.join(" | ", table.getLast()));
  }

  private static String milliseconds(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
