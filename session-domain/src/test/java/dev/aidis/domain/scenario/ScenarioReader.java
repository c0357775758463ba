package dev.aidis.domain.scenario;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the scenarios of one file, line by line.
 *
 * <p>A line begins with a keyword, or is indented and goes on with the {@code given} or {@code
 * then} above it; {@code #} begins a comment.
 */
final class ScenarioReader {
  private static final String GIVEN = "given";
  private static final String THEN = "then";

  private final String file;
  private final List<Scenario> scenarios = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private @Nullable ScenarioDraft draft;
  private @Nullable String block;

  private ScenarioReader(String file) {
    this.file = file;
  }

  /**
   * @param file its name, for messages
   * @throws ScenarioSyntaxException if the text says something else
   */
  static List<Scenario> read(String file, String text) {
    ScenarioReader reader = new ScenarioReader(file);
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      reader.read(i + 1, lines.get(i));
    }
    reader.finish(lines.size());
    return reader.scenarios;
  }

  private void read(int number, String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    try {
      if (Character.isWhitespace(line.charAt(0))) {
        goOn(line.strip());
      } else {
        String[] words = line.strip().split(" +", 2);
        begin(number, words[0], words.length == 1 ? "" : words[1]);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new ScenarioSyntaxException(file, number, String.valueOf(e.getMessage()));
    }
  }

  private void begin(int number, String keyword, String rest) {
    switch (keyword) {
      case "scenario" -> {
        finish(number);
        draft = new ScenarioDraft(file, number, nameOf(rest));
        block = null;
      }
      case "zone" -> draft().zone(rest);
      case "day" -> draft().day(rest);
      case GIVEN, THEN -> {
        block = keyword;
        if (keyword.equals(THEN)) {
          draft().beginThen(number);
        }
        goOn(rest);
      }
      default ->
          throw new IllegalArgumentException(
              "'" + keyword + "' must be scenario, zone, day, given or then");
    }
  }

  private String nameOf(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a scenario needs a name: a sentence that says the rule");
    }
    if (!names.add(name)) {
      throw new IllegalArgumentException("scenario '" + name + "' stands in this file already");
    }
    return name;
  }

  private void goOn(String text) {
    if (block == null) {
      throw new IllegalArgumentException(
          "an indented line goes on with the given or then above it, and there is none");
    }
    if (block.equals(GIVEN)) {
      draft().given(text);
    } else {
      draft().then(text);
    }
  }

  private ScenarioDraft draft() {
    if (draft == null) {
      throw new IllegalArgumentException("the first line must be: scenario <what it shows>");
    }
    return draft;
  }

  private void finish(int number) {
    if (draft == null) {
      return;
    }
    try {
      scenarios.add(draft.finished());
    } catch (IllegalArgumentException e) {
      throw new ScenarioSyntaxException(file, number, String.valueOf(e.getMessage()));
    }
  }
}
