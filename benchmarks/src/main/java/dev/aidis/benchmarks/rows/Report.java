package dev.aidis.benchmarks.rows;

import dev.aidis.benchmarks.BarChart;
import dev.aidis.benchmarks.Figures;
import dev.aidis.benchmarks.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The rounds of all sizes, and how each size compares with the first one in the same round. */
final class Report {
  private final Map<Size, List<Measurement>> measured = new LinkedHashMap<>();

  /**
   * @param sizes in the order to show
   */
  Report(List<Size> sizes) {
    sizes.forEach(size -> measured.put(size, new ArrayList<>()));
  }

  void add(Size size, Measurement measurement) {
    measured.computeIfAbsent(size, _ -> new ArrayList<>()).add(measurement);
  }

  /** By name, in the order to show. */
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    Size first = measured.keySet().iterator().next();
    measured.forEach(
        (size, each) ->
            facts.put(
                "CPU s per 100,000 updates, " + size,
                Figures.exactSpread(values(each, Measurement::cost))));
    measured.forEach(
        (size, each) ->
            facts.put("updates/s, " + size, Figures.spread(values(each, Measurement::rate))));
    measured.keySet().stream()
        .skip(1)
        .forEach(
            size -> {
              facts.put(
                  "CPU beside " + first + ", " + size,
                  Figures.exactSpread(ratios(size, first, Measurement::cost)));
              facts.put(
                  "updates/s beside " + first + ", " + size,
                  Figures.exactSpread(ratios(size, first, Measurement::rate)));
            });
    return facts;
  }

  /** Header first; the rounds in turn. */
  List<List<String>> table() {
    List<List<String>> table = new ArrayList<>(List.of(Measurement.HEADER));
    measured.forEach(
        (size, each) -> {
          for (int round = 0; round < each.size(); round++) {
            table.add(each.get(round).cells(size, round + 1));
          }
        });
    return table;
  }

  /**
   * @param before facts to show before the others
   */
  void write(Map<String, Object> before) {
    Map<String, Object> facts = new LinkedHashMap<>(before);
    facts.putAll(facts());
    BarChart chart = new BarChart("Sink and its Postgres processes", "CPU s per 100,000 updates");
    measured.forEach((size, each) -> chart.bar(size.toString(), values(each, Measurement::cost)));
    Results.write("rows", "An update among few and among many rows", facts, table(), chart);
    facts.forEach((name, value) -> System.out.println(name + ": " + value));
  }

  /** Of each round, since they took turns. */
  private List<Double> ratios(Size size, Size first, ToDoubleFunction<Measurement> value) {
    return Figures.ratios(
        values(measured.getOrDefault(size, List.of()), value),
        values(measured.getOrDefault(first, List.of()), value));
  }

  private static List<Double> values(
      List<Measurement> measurements, ToDoubleFunction<Measurement> value) {
    return measurements.stream().map(value::applyAsDouble).toList();
  }
}
