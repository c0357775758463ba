package dev.aidis.processor;

import dev.aidis.domain.scenario.Scenario;
import dev.aidis.domain.scenario.ScenarioRun;
import dev.aidis.domain.scenario.Scenarios;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays every scenario file against the real topology and its stores. Most are played through one
 * processor at the same time, as the trackers of one partition are.
 */
class ScenariosOnTheTopologyTest {
  @TempDir Path stateDirs;
  private int processors;

  @TestFactory
  Stream<DynamicContainer> scenarios() {
    Map<String, List<Scenario>> files = Scenarios.byFile();
    Map<Scenario, Throwable> failures = playTogether(files);
    return files.entrySet().stream()
        .map(
            file ->
                DynamicContainer.dynamicContainer(
                    file.getKey(),
                    file.getValue().stream()
                        .map(
                            scenario ->
                                DynamicTest.dynamicTest(
                                    scenario.name(), () -> judge(scenario, failures)))));
  }

  private Map<Scenario, Throwable> playTogether(Map<String, List<Scenario>> files) {
    List<Scenario> together =
        files.values().stream()
            .flatMap(List::stream)
            .filter(scenario -> !scenario.needsItsOwnProcessor())
            .toList();
    try (SharedTopology shared = new SharedTopology(stateDir(), together)) {
      return shared.play();
    }
  }

  private void judge(Scenario scenario, Map<Scenario, Throwable> failures) throws Throwable {
    if (scenario.needsItsOwnProcessor()) {
      ScenarioRun.play(scenario, now -> new TopologyTracker(stateDir(), now));
    } else if (failures.containsKey(scenario)) {
      throw failures.get(scenario);
    }
  }

  private Path stateDir() {
    processors++;
    return stateDirs.resolve("processor-" + processors);
  }
}
