package dev.aidis.benchmarks.pieces;

import dev.aidis.benchmarks.Results;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The hot pieces by themselves, measured by JMH: to bytes and back, fold, merge. Arguments:
 * milliseconds of each iteration (500), measured iterations (5), JVMs for each (1; with 0 they run
 * in this one, which is quicker and tells less).
 */
public final class Main {
  private static final List<String> HEADER =
      List.of("piece", "activities in a session", "ns", "plus or minus", "bytes allocated");
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private Main() {}

  public static void main(String[] args) throws RunnerException {
    int millis = args.length > 0 ? Integer.parseInt(args[0]) : 500;
    int iterations = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    int jvms = args.length > 2 ? Integer.parseInt(args[2]) : 1;
    report(new Runner(options(TimeValue.milliseconds(millis), iterations, jvms)).run());
  }

  private static Options options(TimeValue time, int iterations, int jvms) {
    return new OptionsBuilder()
        .include(Main.class.getPackageName() + ".*")
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.NANOSECONDS)
        .forks(jvms)
        .warmupIterations(3)
        .warmupTime(time)
        .measurementIterations(iterations)
        .measurementTime(time)
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .build();
  }

  private static void report(Collection<RunResult> results) {
    List<List<String>> table = new ArrayList<>(List.of(HEADER));
    Map<String, Object> facts = new LinkedHashMap<>();
    for (RunResult result : results) {
      Result<?> time = result.getPrimaryResult();
      String parameters =
          result.getParams().getParamsKeys().stream()
              .map(key -> result.getParams().getParam(key))
              .collect(Collectors.joining(", "));
      table.add(
          List.of(
              time.getLabel(),
              parameters,
              whole(time.getScore()),
              whole(time.getScoreError()),
              whole(
                  Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED)).getScore())));
      facts.put(
          parameters.isEmpty()
              ? time.getLabel() + ", ns"
              : time.getLabel() + ", " + parameters + " activities, ns",
          whole(time.getScore()));
    }
    Results.write("pieces", "The hot pieces, each by itself", facts, table);
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}
