package dev.aidis.domain.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Keeps docs/sessions.md and the scenario files the same. */
class SessionsPageTest {
  private static final Pattern RULE = Pattern.compile("(?m)^## (\\d+)\\. ");
  private static final Pattern BLOCK = Pattern.compile("(?s)```scenario\n(.*?)```");
  private static final int RULES = 13;

  @Test
  void thePageTellsAllRulesInOrder() throws IOException {
    assertThat(RULE.matcher(page()).results().map(rule -> Integer.valueOf(rule.group(1))))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, RULES).boxed().toList());
  }

  @Test
  void eachRuleShowsOneScenarioExactlyAsItStandsInItsFile() throws IOException {
    String page = page();
    List<MatchResult> rules = RULE.matcher(page).results().toList();
    for (int i = 0; i < rules.size(); i++) {
      int end = i + 1 < rules.size() ? rules.get(i + 1).start() : page.length();
      String section = page.substring(rules.get(i).start(), end);

      List<String> blocks = BLOCK.matcher(section).results().map(block -> block.group(1)).toList();

      assertThat(blocks).as("rule %d", i + 1).hasSize(1);
      assertThat(fileOfRule(i + 1) + "\n").as("rule %d", i + 1).contains(blocks.getFirst() + "\n");
    }
  }

  private static String fileOfRule(int rule) {
    String prefix = "rule-%02d-".formatted(rule);
    return Scenarios.texts().entrySet().stream()
        .filter(file -> file.getKey().startsWith(prefix))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  /** Found from the folder of the module or of the whole. */
  private static String page() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path page = Path.of("docs", "sessions.md");
    return Files.readString(
        Files.exists(here.resolve(page)) ? here.resolve(page) : here.resolveSibling(page));
  }
}
