package dev.aidis.domain.scenario;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One scenario of a file.
 *
 * @param file its name, without folders
 * @param line where it begins
 * @param times the day and the zone its times are told in
 * @param labels the names it gives to activities
 */
public record Scenario(
    String file, int line, String name, Times times, List<Step> steps, Map<UUID, String> labels) {

  public Scenario {
    steps = List.copyOf(steps);
    labels = Map.copyOf(labels);
  }

  /** File and line, as compilers write them. */
  public String place() {
    return file + ":" + line;
  }

  /** Whether it stops the processor or begins anew, so that no other may share its processor. */
  public boolean needsItsOwnProcessor() {
    return steps.stream()
        .anyMatch(step -> step instanceof Step.ProcessorStops || step instanceof Step.Replay);
  }
}
