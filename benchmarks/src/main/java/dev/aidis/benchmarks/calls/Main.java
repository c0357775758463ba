package dev.aidis.benchmarks.calls;

import dev.aidis.benchmarks.BarChart;
import dev.aidis.benchmarks.Figures;
import dev.aidis.benchmarks.Results;
import dev.aidis.benchmarks.load.AssistantLoad;
import dev.aidis.benchmarks.load.Tables;
import dev.aidis.benchmarks.tracker.McpClient;
import dev.aidis.benchmarks.tracker.RestClient;
import dev.aidis.benchmarks.tracker.Senders;
import dev.aidis.benchmarks.tracker.TrackerUnderTest;
import dev.aidis.schemas.Activity;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many tool calls and activities a tracker acknowledges, and how soon. Its database takes them
 * in at the same time, on the same machine. Arguments: seconds of each stage (10), activities in
 * REST batches of each round (200,000), rounds (3).
 */
public final class Main {
  private static final List<Integer> CLIENTS = List.of(1, 8, 64);
  private static final int CALLS_PER_SECOND = 50;
  private static final int STEADY_STAGES = 3;
  private static final int BATCH = 1_000;
  private static final int REST_SENDERS = 4;
  private static final List<String> HEADER =
      List.of("what", "round", "a second", "p50 ms", "p99 ms", "greatest ms");

  private final List<List<String>> table = new ArrayList<>(List.of(HEADER));
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final Map<Integer, List<Double>> rates = new LinkedHashMap<>();
  private final List<Double> rest = new ArrayList<>();
  private final TrackerUnderTest tracker;
  private final int seconds;
  private long calls;

  private Main(TrackerUnderTest tracker, int seconds) {
    this.tracker = tracker;
    this.seconds = seconds;
  }

  public static void main(String[] args) throws Exception {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    int activities = args.length > 1 ? Integer.parseInt(args[1]) : 200_000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    try (TrackerUnderTest tracker = TrackerUnderTest.start()) {
      new Main(tracker, seconds).measure(activities, rounds);
    }
  }

  private void measure(int activities, int rounds) throws Exception {
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      List<McpClient> clients = new ArrayList<>();
      for (int number = 0; number < CLIENTS.getLast(); number++) {
        clients.add(McpClient.connect(http, tracker, number));
      }
      System.out.println("Warming up");
      new ToolCalls(clients.subList(0, CLIENTS.get(1))).atFullSpeed(seconds).forEach(_ -> calls++);
      steady(clients);
      for (int round = 1; round <= rounds; round++) {
        for (int number : CLIENTS) {
          fullSpeed(round, clients.subList(0, number));
        }
        batches(round, activities);
      }
    }
    Tables.awaitCount(
        tracker.jdbcUrl(), "SELECT count(*) FROM tasks WHERE owner = 'benchmark'", calls);
    report(activities);
  }

  private void steady(List<McpClient> clients) throws Exception {
    List<Double> millis = new ToolCalls(clients).atRate(CALLS_PER_SECOND, seconds * STEADY_STAGES);
    calls += millis.size();
    facts.put("p50 of tool calls at 50/s, ms", milliseconds(Figures.median(millis)));
    facts.put("p99 of tool calls at 50/s, ms", milliseconds(Figures.quantile(millis, 0.99)));
    show("tool calls, 50 a second", 1, CALLS_PER_SECOND, millis);
  }

  private void fullSpeed(int round, List<McpClient> clients) throws Exception {
    List<Double> millis = new ToolCalls(clients).atFullSpeed(seconds);
    calls += millis.size();
    double rate = (double) millis.size() / seconds;
    rates.computeIfAbsent(clients.size(), _ -> new ArrayList<>()).add(rate);
    show("tool calls, clients: " + clients.size(), round, rate, millis);
  }

  private void batches(int round, int activities) throws Exception {
    List<Activity> load = new ArrayList<>();
    AssistantLoad.generate("round" + round, activities, Math.max(1, activities / 100), load::add);
    List<byte[]> bodies = RestClient.batches(load, BATCH);
    RestClient client = new RestClient(tracker);
    List<Double> millis = new ArrayList<>();
    long begin = System.nanoTime();
    Senders.each(
        REST_SENDERS,
        bodies,
        (sender, body) -> {
          long sent = System.nanoTime();
          client.send(body);
          synchronized (millis) {
            millis.add((System.nanoTime() - sent) / 1e6);
          }
        });
    double rate = activities / ((System.nanoTime() - begin) / 1e9);
    rest.add(rate);
    show("activities, REST batches of " + BATCH, round, rate, millis);
    Tables.awaitCount(
        tracker.jdbcUrl(),
        "SELECT count(*) FROM session_activities WHERE owner LIKE 'round" + round + "-%'",
        activities);
  }

  private void show(String what, int round, double rate, List<Double> millis) {
    table.add(
        List.of(
            what,
            Integer.toString(round),
            String.format(Locale.ROOT, "%,.0f", rate),
            milliseconds(Figures.median(millis)),
            milliseconds(Figures.quantile(millis, 0.99)),
            milliseconds(Figures.quantile(millis, 1))));
    System.out.println(String.join(" | ", table.getLast()));
  }

  private void report(int activities) {
    rates.forEach(
        (number, each) -> facts.put("tool calls/s, clients: " + number, Figures.spread(each)));
    facts.put("activities a round in REST batches", activities);
    facts.put("activities/s in REST batches", Figures.spread(rest));
    BarChart chart = new BarChart("Tool calls answered", "calls/s");
    rates.forEach((number, each) -> chart.bar("clients: " + number, each));
    Results.write("calls", "Tool calls and batches, acknowledged", facts, table, chart);
    facts.forEach((name, value) -> System.out.println(name + ": " + value));
  }

  private static String milliseconds(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
