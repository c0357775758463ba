package dev.aidis.benchmarks.processor;

import dev.aidis.benchmarks.BarChart;
import dev.aidis.benchmarks.Figures;
import dev.aidis.benchmarks.FreePort;
import dev.aidis.benchmarks.Results;
import dev.aidis.schemas.TopicCreation;
import dev.aidis.schemas.Topics;
import dev.aidis.standalone.embedded.EmbeddedKafka;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.admin.Admin;

/**
 * Drains the same topic by the processor and by the DSL's session windows, in turns, and reports
 * both rates and their ratio; one round before, to warm up, is not counted. Arguments: number of
 * activities (1,000,000), tracker keys (2,000), rounds (3).
 */
public final class Main {
  static final int PARTITIONS = 12;

  private static final List<String> HEADER =
      List.of(
          "round",
          "processor, activities/s warm",
          "from the start",
          "CPU us each",
          "DSL, activities/s warm",
          "from the start",
          "CPU us each",
          "ratio warm");

  private Main() {}

  private record Round(Drain.Rate processor, Drain.Rate dsl) {
    double ratio() {
      return processor.warm() / dsl.warm();
    }

    List<String> cells(int number) {
      return List.of(
          Integer.toString(number),
          whole(processor.warm()),
          whole(processor.fromStart()),
          "%.1f".formatted(processor.cpuMicros()),
          whole(dsl.warm()),
          whole(dsl.fromStart()),
          "%.1f".formatted(dsl.cpuMicros()),
          "%.2f".formatted(ratio()));
    }
  }

  public static void main(String[] args) throws Exception {
    int activities = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int keys = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    Path home = Files.createTempDirectory("aidis-benchmark");
    List<Round> measured = new ArrayList<>();
    try (EmbeddedKafka kafka = EmbeddedKafka.start(home.resolve("kafka"), FreePort.next());
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      TopicCreation.createMissing(admin, Topics.definitions(PARTITIONS, (short) 1));
      new ActivityLoad(activities, keys).produce(kafka.bootstrapServers());
      Drain drain = new Drain(home, kafka.bootstrapServers(), admin, activities);
      System.out.println("warming up: " + new Round(drain.processor(), drain.dsl()).cells(0));
      System.out.println(String.join(" | ", HEADER));
      for (int round = 1; round <= rounds; round++) {
        measured.add(new Round(drain.processor(), drain.dsl()));
        System.out.println(String.join(" | ", measured.getLast().cells(round)));
      }
    }
    report(activities, keys, measured);
    System.exit(0); // whatever a broker's thread may still be doing
  }

  private static void report(int activities, int keys, List<Round> rounds) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("activities", activities);
    facts.put("tracker keys", keys);
    facts.put("partitions", PARTITIONS);
    facts.put("processor, activities/s warm, median", median(rounds, r -> r.processor().warm()));
    facts.put(
        "DSL session windows, activities/s warm, median", median(rounds, r -> r.dsl().warm()));
    facts.put("ratio warm, median of the rounds", median(rounds, Round::ratio));
    List<List<String>> table = new ArrayList<>(List.of(HEADER));
    for (int i = 0; i < rounds.size(); i++) {
      table.add(rounds.get(i).cells(i + 1));
    }
    BarChart chart =
        new BarChart("Grouped into sessions, warm", "activities/s")
            .bar("the processor", rounds.stream().map(round -> round.processor().warm()).toList())
            .bar(
                "the DSL's session windows",
                rounds.stream().map(round -> round.dsl().warm()).toList());
    Results.write(
        "processor", "The stream processor beside the DSL's session windows", facts, table, chart);
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
    return Figures.median(rounds.stream().map(value::applyAsDouble).toList());
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }
}
