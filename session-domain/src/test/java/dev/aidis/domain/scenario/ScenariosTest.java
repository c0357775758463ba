package dev.aidis.domain.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Plays every scenario file against the domain. */
class ScenariosTest {
  private static final int RULES = 13;

  @TestFactory
  Stream<DynamicContainer> scenarios() {
    return Scenarios.byFile().entrySet().stream()
        .map(
            file ->
                DynamicContainer.dynamicContainer(
                    file.getKey(),
                    file.getValue().stream()
                        .map(
                            scenario ->
                                DynamicTest.dynamicTest(
                                    scenario.name(),
                                    () ->
                                        ScenarioRun.play(
                                            scenario, now -> new PlainSessionTracker())))));
  }

  @Test
  void everyRuleHasScenarios() {
    Map<String, ?> files = Scenarios.byFile();

    assertThat(IntStream.rangeClosed(1, RULES).mapToObj("rule-%02d-"::formatted))
        .allSatisfy(rule -> assertThat(files.keySet()).anyMatch(file -> file.startsWith(rule)));
  }
}
