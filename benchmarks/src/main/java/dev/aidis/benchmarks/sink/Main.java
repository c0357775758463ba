package dev.aidis.benchmarks.sink;

import dev.aidis.benchmarks.BarChart;
import dev.aidis.benchmarks.Figures;
import dev.aidis.benchmarks.FreePort;
import dev.aidis.benchmarks.Results;
import dev.aidis.benchmarks.load.AssistantLoad;
import dev.aidis.benchmarks.load.Tables;
import dev.aidis.benchmarks.plan.PlansWay;
import dev.aidis.benchmarks.sink.SinkDrain.Rate;
import dev.aidis.schemas.Activity;
import dev.aidis.standalone.embedded.EmbeddedDatabase;
import dev.aidis.standalone.embedded.EmbeddedKafka;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * Drains the same updates by the sink, in turns with the plan's way of writing, and prints the
 * rates and their ratio. Arguments: number of activities (300,000), tracker keys (2,000), rounds
 * (3), activities for the plan's way with eight connections (12,000; a quarter of it with one).
 */
public final class Main {
  private static final int CONNECTIONS = 8;

  private final String bootstrapServers;
  private final String jdbcUrl;
  private final AssistantLoad.Expected expected;
  private final List<Activity> sample;
  private final List<Double> sink = new ArrayList<>();
  private final List<Double> secondHalves = new ArrayList<>();
  private final List<Double> eight = new ArrayList<>();
  private final List<Double> one = new ArrayList<>();

  private Main(
      String bootstrapServers,
      String jdbcUrl,
      AssistantLoad.Expected expected,
      List<Activity> sample) {
    this.bootstrapServers = bootstrapServers;
    this.jdbcUrl = jdbcUrl;
    this.expected = expected;
    this.sample = sample;
  }

  public static void main(String[] args) throws Exception {
    int activities = argument(args, 0, 300_000);
    int keys = argument(args, 1, 2_000);
    int rounds = argument(args, 2, 3);
    int plans = argument(args, 3, 12_000);
    Path home = Files.createTempDirectory("aidis-benchmark");
    Path binaries = home.resolve("postgres-binaries");
    try (EmbeddedKafka kafka = EmbeddedKafka.start(home.resolve("kafka"), FreePort.next());
        EmbeddedDatabase database =
            EmbeddedDatabase.start(home.resolve("postgres"), binaries, FreePort.next());
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      AssistantLoad.Expected expected =
          new Updates(admin, kafka.bootstrapServers(), home.resolve("state"))
              .add("owner", activities, keys);
      List<Activity> sample = new ArrayList<>();
      AssistantLoad.generate(plans, Math.min(keys, plans), sample::add);
      Main benchmark = new Main(kafka.bootstrapServers(), database.jdbcUrl(), expected, sample);
      for (int round = 1; round <= rounds; round++) {
        benchmark.round(round);
      }
      benchmark.report();
    }
  }

  private static int argument(String[] args, int place, int otherwise) {
    return args.length > place ? Integer.parseInt(args[place]) : otherwise;
  }

  private void round(int round) throws Exception {
    Tables.empty(jdbcUrl);
    Rate rate =
        SinkDrain.measure(bootstrapServers, jdbcUrl, "benchmark-" + round, expected.activities);
    Tables.requireAnswers(jdbcUrl, expected);
    sink.add(rate.whole());
    secondHalves.add(rate.secondHalf());
    Tables.empty(jdbcUrl);
    if (!sample.isEmpty()) {
      eight.add(PlansWay.measure(jdbcUrl, CONNECTIONS, sample));
      one.add(PlansWay.measure(jdbcUrl, 1, sample.subList(0, sample.size() / 4)));
    }
    System.out.printf(
        Locale.ROOT,
        "round %d: sink %,.0f/s, second half %,.0f/s; the plan's way %s, %s with one connection%n",
        round,
        rate.whole(),
        rate.secondHalf(),
        eight,
        one);
  }

  private void report() {
    if (eight.isEmpty()) {
      return;
    }
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("round", "sink/s", "second half/s", "plan's way, 8/s", "plan's way, 1/s"));
    for (int round = 0; round < sink.size(); round++) {
      table.add(
          List.of(
              Integer.toString(round + 1),
              whole(sink.get(round)),
              whole(secondHalves.get(round)),
              whole(eight.get(round)),
              whole(one.get(round))));
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("activities", expected.activities);
    facts.put("sessions", expected.sessions);
    facts.put("sinkPerSecond", Math.round(Figures.median(sink)));
    facts.put("sinkSecondHalfPerSecond", Math.round(Figures.median(secondHalves)));
    facts.put("planWithEightConnectionsPerSecond", Math.round(Figures.median(eight)));
    facts.put("planWithOneConnectionPerSecond", Math.round(Figures.median(one)));
    facts.put("ratioToEightConnections", ratio(eight));
    facts.put("ratioToOneConnection", ratio(one));
    BarChart chart =
        new BarChart("Written to Postgres", "activities/s")
            .bar("the sink", sink)
            .bar("the plan's way, 8 connections", eight)
            .bar("the plan's way, 1 connection", one);
    Results.write("sink", "The sink alone, beside the plan's way of writing", facts, table, chart);
    facts.forEach((name, value) -> System.out.println(name + ": " + value));
  }

  private double ratio(List<Double> baseline) {
    return Math.round(Figures.median(sink) / Figures.median(baseline) * 10) / 10.0;
  }

  private static String whole(double rate) {
    return Long.toString(Math.round(rate));
  }
}
