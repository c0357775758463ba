package dev.aidis.benchmarks.growth;

import dev.aidis.benchmarks.Figures;
import dev.aidis.benchmarks.Results;
import dev.aidis.benchmarks.stream.Owners;
import dev.aidis.benchmarks.stream.ProcessorUnderTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Compares what an activity costs in a session of 100 with what it costs in a session of 100,000
 * activities and 10,000 files, in turns, on a running processor. Arguments: activities in the long
 * sessions before it begins (100,000), activities a turn (20,000), rounds (7).
 */
public final class Main {
  private static final int OWNERS = 4;
  private static final long SHORT_SESSION = 100;
  private static final List<String> HEADER =
      List.of(
          "round",
          "session of 100: CPU us an activity",
          "changelog bytes",
          "long session: CPU us an activity",
          "changelog bytes",
          "ratio of CPU",
          "ratio of bytes");

  private Main() {}

  private record Round(ProcessorUnderTest.Cost shortSession, ProcessorUnderTest.Cost longSession) {
    double cpu() {
      return longSession.micros() / shortSession.micros();
    }

    double bytes() {
      return longSession.bytes() / shortSession.bytes();
    }

    List<String> cells(int number) {
      return List.of(
          Integer.toString(number),
          "%.2f".formatted(shortSession.micros()),
          "%.0f".formatted(shortSession.bytes()),
          "%.2f".formatted(longSession.micros()),
          "%.0f".formatted(longSession.bytes()),
          "%.2f".formatted(cpu()),
          "%.2f".formatted(bytes()));
    }
  }

  public static void main(String[] args) throws Exception {
    int grown = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    int turn = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 7;
    try (ProcessorUnderTest processor = ProcessorUnderTest.start()) {
      report(grown, turn, measure(processor, grown, turn, rounds));
    }
    System.exit(0); // whatever a broker's thread may still be doing
  }

  private static List<Round> measure(ProcessorUnderTest processor, int grown, int turn, int rounds)
      throws Exception {
    Owners brief = new Owners("brief-", OWNERS, SHORT_SESSION);
    Owners lasting = new Owners("lasting-", OWNERS, Long.MAX_VALUE);
    System.out.printf("Growing %d sessions to %,d activities each%n", OWNERS, grown);
    processor.work(lasting, grown * OWNERS);
    processor.work(brief, grown * OWNERS); // as much, so that the stores hold as much of either
    System.out.println(String.join(" | ", HEADER));
    List<Round> measured = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      measured.add(new Round(processor.work(brief, turn), processor.work(lasting, turn)));
      System.out.println(String.join(" | ", measured.getLast().cells(round)));
    }
    return measured;
  }

  private static void report(int grown, int turn, List<Round> rounds) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("activities in a short session", SHORT_SESSION);
    facts.put("activities in a long session, at the beginning", grown);
    facts.put("files in a long session, at the beginning", grown / 10);
    facts.put("activities a turn", turn);
    facts.put("CPU of the stream threads, ratio, median", median(rounds, Round::cpu));
    facts.put("changelog bytes, ratio, median", median(rounds, Round::bytes));
    List<List<String>> table = new ArrayList<>(List.of(HEADER));
    for (int i = 0; i < rounds.size(); i++) {
      table.add(rounds.get(i).cells(i + 1));
    }
    Results.write("growth", "An activity in a short and in a long session", facts, table);
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
    return Figures.median(rounds.stream().map(value::applyAsDouble).toList());
  }
}
