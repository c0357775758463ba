package dev.aidis.benchmarks.keys;

import dev.aidis.benchmarks.Figures;
import dev.aidis.benchmarks.Results;
import dev.aidis.benchmarks.stream.Owners;
import dev.aidis.benchmarks.stream.ProcessorUnderTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares what an activity costs where 100 tracker keys take turns with what it costs where many
 * more do, in turns, on one running processor that knows them all. Arguments: the greatest number
 * of tracker keys (1,000,000), activities a turn (50,000), rounds (5).
 */
public final class Main {
  private static final int FEW = 100;
  private static final int STEP = 100;

  private Main() {}

  public static void main(String[] args) throws Exception {
    int most = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int turn = args.length > 1 ? Integer.parseInt(args[1]) : 50_000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
    try (ProcessorUnderTest processor = ProcessorUnderTest.start()) {
      List<Owners> groups = groups(most);
      for (Owners owners : groups) {
        System.out.printf(Locale.ROOT, "%,d tracker keys begin%n", owners.number());
        processor.work(owners, Math.max(turn, owners.number()));
      }
      Map<Owners, List<ProcessorUnderTest.Cost>> costs = new LinkedHashMap<>();
      for (int round = 1; round <= rounds; round++) {
        for (Owners owners : groups) {
          costs.computeIfAbsent(owners, _ -> new ArrayList<>()).add(processor.work(owners, turn));
        }
        System.out.println("round " + round + " is done");
      }
      report(turn, costs, processor.stateBytes());
    }
    System.exit(0); // whatever a broker's thread may still be doing
  }

  /** 100, 10,000 and so on, and the most. */
  private static List<Owners> groups(int most) {
    List<Owners> groups = new ArrayList<>();
    for (int number = FEW; number < most; number *= STEP) {
      groups.add(owners(number));
    }
    groups.add(owners(most));
    return groups;
  }

  private static Owners owners(int number) {
    return new Owners("one-of-" + number + "-", number, Long.MAX_VALUE);
  }

  private static void report(
      int turn, Map<Owners, List<ProcessorUnderTest.Cost>> costs, long stateBytes) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("activities a turn", turn);
    facts.put("state on disk in the end, MB", Math.round(stateBytes / 1e6));
    List<List<String>> table = new ArrayList<>();
    table.add(
        List.of(
            "tracker keys",
            "CPU us an activity: median, least, greatest",
            "changelog bytes",
            "ratio of CPU to that of " + FEW + ": median, least, greatest"));
    List<Double> few = micros(costs.values().iterator().next());
    costs.forEach(
        (owners, each) -> {
          List<Double> ratios = Figures.ratios(micros(each), few);
          table.add(
              List.of(
                  String.format(Locale.ROOT, "%,d", owners.number()),
                  Figures.exactSpread(micros(each)),
                  String.format(
                      Locale.ROOT,
                      "%.0f",
                      Figures.median(each.stream().map(ProcessorUnderTest.Cost::bytes).toList())),
                  Figures.exactSpread(ratios)));
          facts.put(
              String.format(Locale.ROOT, "CPU beside %d keys, %,d keys", FEW, owners.number()),
              Figures.exactSpread(ratios));
        });
    table.forEach(row -> System.out.println(String.join(" | ", row)));
    Results.write("keys", "An activity among few and among many tracker keys", facts, table);
  }

  private static List<Double> micros(List<ProcessorUnderTest.Cost> costs) {
    return costs.stream().map(ProcessorUnderTest.Cost::micros).toList();
  }
}
