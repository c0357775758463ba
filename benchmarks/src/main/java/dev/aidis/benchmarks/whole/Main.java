package dev.aidis.benchmarks.whole;

import dev.aidis.benchmarks.BarChart;
import dev.aidis.benchmarks.Figures;
import dev.aidis.benchmarks.Results;
import dev.aidis.benchmarks.load.AssistantLoad;
import dev.aidis.benchmarks.load.KafkaLoad;
import dev.aidis.benchmarks.load.Tables;
import dev.aidis.benchmarks.plan.PlansWay;
import dev.aidis.benchmarks.tracker.RestClient;
import dev.aidis.benchmarks.tracker.TrackerUnderTest;
import dev.aidis.schemas.Activity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * From the sender to committed rows, in turns with the plan's way of writing to the same Postgres
 * and with the upper limits that Kafka and Postgres set. A round before the first warms up and is
 * not counted. Arguments: activities of each way and round (200,000), rounds (3), activities of the
 * plan's way with eight connections (8,000; a quarter with one).
 */
public final class Main {
  private static final int ACTIVITIES_PER_KEY = 150;
  private static final int CONNECTIONS = 8;
  private static final String REST = "REST batches";
  private static final String KAFKA = "Kafka producer";
  private static final List<String> HEADER =
      List.of(
          "way",
          "round",
          "committed/s",
          "acknowledged/s",
          "behind at the last acknowledgement",
          "tracker's CPU s per 100,000",
          "Postgres' CPU s per 100,000",
          "memory MB");

  private final List<List<String>> table = new ArrayList<>(List.of(HEADER));
  private final Map<String, List<Double>> rates = new LinkedHashMap<>();
  private final AssistantLoad.Expected expected = new AssistantLoad.Expected();
  private final TrackerUnderTest tracker;
  private final int activities;

  private Main(TrackerUnderTest tracker, int activities) {
    this.tracker = tracker;
    this.activities = activities;
  }

  public static void main(String[] args) throws Exception {
    int activities = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    int plans = args.length > 2 ? Integer.parseInt(args[2]) : 8_000;
    try (TrackerUnderTest tracker = TrackerUnderTest.start()) {
      Main benchmark = new Main(tracker, activities);
      benchmark.expected.add(Tables.present(tracker.jdbcUrl()));
      System.out.println("Warming up");
      benchmark.way(REST, 0);
      benchmark.way(KAFKA, 0);
      for (int round = 1; round <= rounds; round++) {
        benchmark.way(REST, round);
        benchmark.way(KAFKA, round);
        benchmark.plansWay(round, plans);
        benchmark.limits(round);
      }
      benchmark.report();
    }
  }

  private void way(String name, int round) throws Exception {
    List<Activity> load = load(name + round, activities);
    Passage passage = new Passage(tracker, expected.activities);
    Passage.Figures figures =
        name.equals(REST)
            ? passage.of(RestClient.batches(load, Passage.BATCH), activities)
            : passage.of(() -> KafkaLoad.produce(tracker.bootstrapServers(), load), activities);
    Tables.requireAnswers(tracker.jdbcUrl(), expected);
    if (round == 0) {
      return;
    }
    count(name, figures.committed());
    table.add(
        List.of(
            name,
            Integer.toString(round),
            whole(figures.committed()),
            whole(figures.acknowledged()),
            whole(figures.behind()),
            cost(figures.trackerCpuSeconds()),
            cost(figures.databaseCpuSeconds()),
            whole(figures.memoryBytes() / 1e6)));
    System.out.println(String.join(" | ", table.getLast()));
  }

  private List<Activity> load(String owners, int number) {
    List<Activity> load = new ArrayList<>();
    AssistantLoad.Expected more =
        AssistantLoad.generate(
            owners.replace(' ', '-'), number, Math.max(1, number / ACTIVITIES_PER_KEY), load::add);
    expected.add(more);
    return load;
  }

  private void plansWay(int round, int number) throws Exception {
    List<Activity> load = new ArrayList<>();
    AssistantLoad.generate("plan", number, Math.max(CONNECTIONS, number / 20), load::add);
    simple(
        "the plan's way, 8 connections",
        round,
        PlansWay.measure(tracker.jdbcUrl(), CONNECTIONS, load));
    simple(
        "the plan's way, 1 connection",
        round,
        PlansWay.measure(tracker.jdbcUrl(), 1, load.subList(0, number / 4)));
  }

  private void limits(int round) throws Exception {
    simple("limit: Kafka, read, process, write", round, KafkaCopy.measure(tracker, activities));
    simple("limit: Postgres, COPY", round, PostgresCopy.measure(tracker.jdbcUrl(), activities));
  }

  private void simple(String name, int round, double rate) {
    count(name, rate);
    table.add(List.of(name, Integer.toString(round), whole(rate), "", "", "", "", ""));
    System.out.println(String.join(" | ", table.getLast()));
  }

  private void count(String name, double rate) {
    rates.computeIfAbsent(name, _ -> new ArrayList<>()).add(rate);
  }

  private void report() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("activities of each way and round", activities);
    rates.forEach((name, each) -> facts.put(name + ", activities/s", Figures.spread(each)));
    List<Double> ours = rates.getOrDefault(REST, List.of());
    rates.forEach(
        (name, each) -> {
          if (!name.equals(REST)) {
            facts.put(
                REST + " beside " + name,
                String.format(Locale.ROOT, "%.2f", Figures.median(Figures.ratios(ours, each))));
          }
        });
    BarChart chart = new BarChart("Committed rows", "activities/s");
    rates.forEach(chart::bar);
    Results.write("whole", "The whole way, from the sender to committed rows", facts, table, chart);
    facts.forEach((name, value) -> System.out.println(name + ": " + value));
  }

  private String cost(double cpuSeconds) {
    return String.format(Locale.ROOT, "%.1f", cpuSeconds * 100_000 / activities);
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}
