package dev.aidis.benchmarks.startup;

import dev.aidis.benchmarks.BarChart;
import dev.aidis.benchmarks.Results;
import dev.aidis.benchmarks.tracker.TrackerUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;

/**
 * Runs commands of {@code ./aidis} one after the other, round by round, on a tracker that it
 * starts, and measures each by the wall clock. Arguments: rounds (50), rounds before that are not
 * counted (3).
 */
public final class Main {
  private static final long PATIENCE_SECONDS = 600;
  private static final String HOOK =
      """
      {"session_id": "s", "cwd": "/", "hook_event_name": "PostToolUse", "tool_name": "Read",
       "tool_use_id": "toolu_1", "tool_response": {"content": "%s"}}"""
          .formatted("x".repeat(20_000));

  private final TrackerUnderTest tracker;
  private final Path scratch;

  /**
   * @param scratch for what commands leave in the user's directories
   */
  private Main(TrackerUnderTest tracker, Path scratch) {
    this.tracker = tracker;
    this.scratch = scratch;
  }

  /** What is run. */
  private record Subject(String name, String input, List<String> arguments) {
    static Subject of(String... arguments) {
      return new Subject("aidis " + String.join(" ", arguments), "", List.of(arguments));
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
    int warmUp = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    Path scratch = Files.createTempDirectory("aidis-startup");
    try (TrackerUnderTest tracker = TrackerUnderTest.start()) {
      Main main = new Main(tracker, scratch);
      main.run("", List.of("session", "start", "--goal", "Measure how fast it is"));
      report(rounds, main.measured(rounds, warmUp));
    } finally {
      FileUtils.deleteDirectory(scratch.toFile());
    }
  }

  private Map<Subject, List<Double>> measured(int rounds, int warmUp)
      throws IOException, InterruptedException {
    List<Subject> subjects =
        List.of(
            Subject.of("version"),
            Subject.of("session"),
            Subject.of("sessions", "list"),
            Subject.of("today"),
            new Subject("aidis statusline", "{}", List.of("statusline")),
            new Subject("aidis hook", HOOK, List.of("hook")));
    Map<Subject, List<Double>> times = new LinkedHashMap<>();
    subjects.forEach(subject -> times.put(subject, new ArrayList<>()));
    for (int round = -warmUp; round < rounds; round++) {
      for (Subject subject : subjects) {
        long start = System.nanoTime();
        run(subject.input(), subject.arguments());
        double ms = (System.nanoTime() - start) / 1e6;
        if (round >= 0) {
          times.getOrDefault(subject, List.of()).add(ms);
        }
      }
    }
    return times;
  }

  private void run(String input, List<String> arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = tracker.command(arguments);
    builder.environment().put("XDG_STATE_HOME", scratch.resolve("state").toString());
    builder.environment().put("XDG_CONFIG_HOME", scratch.resolve("config").toString());
    Process process = builder.start();
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException notRead) {
      // Most commands read nothing.
      if (!input.isEmpty()) {
        throw notRead;
      }
    }
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException(builder.command() + " ended with " + process.exitValue());
    }
  }

  private static void report(int rounds, Map<Subject, List<Double>> times) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("command", "median ms", "p95 ms", "greatest ms"));
    times.forEach(
        (subject, measured) -> {
          List<Double> sorted = measured.stream().sorted().toList();
          table.add(
              List.of(
                  subject.name(),
                  ms(sorted.get(sorted.size() / 2)),
                  ms(sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1)),
                  ms(sorted.getLast())));
        });
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("rounds", rounds);
    facts.put("measured", "wall clock from the start of ./aidis to its end");
    BarChart chart = new BarChart("From the shell and back", "ms");
    times.forEach((subject, measured) -> chart.bar(subject.name(), measured));
    Results.write("startup", "How long a command takes", facts, table, chart);
    table.forEach(row -> System.out.println(String.join("\t", row)));
  }

  private static String ms(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
