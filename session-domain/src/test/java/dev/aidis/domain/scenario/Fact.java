package dev.aidis.domain.scenario;

import dev.aidis.schemas.Counters;
import dev.aidis.schemas.GoalVerdict;
import dev.aidis.schemas.Latest;
import dev.aidis.schemas.ModelUse;
import dev.aidis.schemas.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that a scenario says about a session.
 *
 * @param expected as the scenario says it
 * @param found as it is true of a session that was found
 */
record Fact(String expected, Function<FoundSession, String> found) {
  private static final Pattern COUNT = Pattern.compile("(\\d+) (.+)");
  private static final Pattern WORDS = Pattern.compile("(\\S+)(?: (.+))?");
  private static final Pattern MODEL =
      Pattern.compile("(\\S+) from (" + Times.TIME + ") to (" + Times.TIME + ")");

  private static final String NO_GOAL = "no goal";
  private static final String NO_VERDICT = "no verdict";

  private record Counter(String one, String many, ToLongFunction<Counters> of) {
    String text(long count) {
      return count + " " + (count == 1 ? one : many);
    }
  }

  private static final List<Counter> COUNTERS =
      List.of(
          new Counter("activity", "activities", Counters::activities),
          new Counter("task created", "tasks created", Counters::tasksCreated),
          new Counter("task completed", "tasks completed", Counters::tasksCompleted),
          new Counter("task in progress", "tasks in progress", Counters::tasksInProgress),
          new Counter("task to do", "tasks to do", Counters::tasksTodo),
          new Counter("context item", "context items", Counters::contextItemsAdded),
          new Counter("decision", "decisions", Counters::decisionsMade),
          new Counter("file", "files", Counters::filesModified),
          new Counter("file modification", "file modifications", Counters::fileModifications),
          new Counter("file mention", "file mentions", Counters::fileMentions),
          new Counter("line added", "lines added", Counters::linesAdded),
          new Counter("line removed", "lines removed", Counters::linesRemoved),
          new Counter("line added by AI", "lines added by AI", Counters::linesAddedByAi),
          new Counter("line removed by AI", "lines removed by AI", Counters::linesRemovedByAi),
          new Counter("line added by hand", "lines added by hand", Counters::linesAddedByHuman),
          new Counter(
              "line removed by hand", "lines removed by hand", Counters::linesRemovedByHuman),
          new Counter("prompt", "prompts", Counters::prompts),
          new Counter("tool use", "tool uses", Counters::toolUses),
          new Counter("input token", "input tokens", c -> c.usage().inputTokens()),
          new Counter("output token", "output tokens", c -> c.usage().outputTokens()),
          new Counter("cache read token", "cache read tokens", c -> c.usage().cacheReadTokens()),
          new Counter(
              "cache creation token",
              "cache creation tokens",
              c -> c.usage().cacheCreationTokens()),
          new Counter("micro-dollar", "micro-dollars", c -> c.usage().costMicroUsd()));

  private static final List<String> OTHERS =
      List.of(
          "duration 1h 30m",
          "active time 20m",
          "paused time 10m",
          "goal \"Ship it\"",
          NO_GOAL,
          "verdict partial \"B9 is missing\"",
          NO_VERDICT,
          "project aidis",
          "workspace main",
          "tags a b",
          "machines desktop laptop",
          "model opus from 10:00 to 10:30",
          "holds a b",
          "id from a",
          "absorbed b",
          "revision 3");

  static Fact parse(String text, Times times, Collection<String> labels) {
    Matcher count = COUNT.matcher(text);
    if (count.matches()) {
      return count(text, Long.parseLong(count.group(1)), count.group(2));
    }
    if (text.equals(NO_GOAL)) {
      return new Fact(text, found -> goal(found.session().goal()));
    }
    if (text.equals(NO_VERDICT)) {
      return new Fact(text, found -> verdict(found.session().goalVerdict()));
    }
    Matcher words = WORDS.matcher(text);
    if (!words.matches() || words.group(2) == null) {
      throw unknown(text);
    }
    String value = words.group(2);
    return switch (words.group(1)) {
      case "duration" -> duration("duration ", value, Session::duration);
      case "active" -> duration("active time ", afterWord("time", value, text), Session::active);
      case "paused" -> duration("paused time ", afterWord("time", value, text), Session::paused);
      case "goal" -> new Fact(text, found -> goal(found.session().goal()));
      case "verdict" -> new Fact(text, found -> verdict(found.session().goalVerdict()));
      case "project" -> new Fact(text, found -> "project " + value(found.session().project()));
      case "workspace" ->
          new Fact(text, found -> "workspace " + found.session().trackerKey().workspace());
      case "tags" -> new Fact(text, found -> list("tags", found.session().tags()));
      case "machines" -> new Fact(text, found -> list("machines", found.session().machines()));
      case "model" -> model(value, times);
      case "holds" -> new Fact(known(text, value, labels), found -> list("holds", found.holds()));
      case "id" ->
          new Fact(
              known(text, afterWord("from", value, text), labels),
              found -> "id from " + found.madeBy());
      case "absorbed" ->
          new Fact(known(text, value, labels), found -> list("absorbed", found.absorbed()));
      case "revision" -> new Fact(text, found -> "revision " + found.session().revision());
      default -> throw unknown(text);
    };
  }

  private static Fact count(String text, long expected, String name) {
    return COUNTERS.stream()
        .filter(counter -> counter.text(expected).equals(expected + " " + name))
        .findFirst()
        .map(c -> new Fact(text, found -> c.text(c.of().applyAsLong(found.session().counters()))))
        .orElseThrow(() -> unknown(text));
  }

  private static Fact duration(String name, String value, Function<Session, Duration> of) {
    return new Fact(
        name + Times.text(Times.duration(value)),
        found -> name + Times.text(of.apply(found.session())));
  }

  private static Fact model(String text, Times times) {
    Matcher use = MODEL.matcher(text);
    if (!use.matches()) {
      throw unknown("model " + text);
    }
    String model = use.group(1);
    return new Fact(
        modelText(times, model, times.instant(use.group(2)), times.instant(use.group(3))),
        found ->
            found.session().models().stream()
                .filter(m -> m.model().equals(model))
                .map(m -> modelText(times, m.model(), m.firstAt(), m.lastAt()))
                .findFirst()
                .orElseGet(() -> models(found.session().models())));
  }

  private static String modelText(Times times, String model, Instant from, Instant to) {
    return "model %s from %s to %s".formatted(model, times.text(from), times.text(to));
  }

  private static String models(List<ModelUse> uses) {
    return uses.stream().map(ModelUse::model).collect(Collectors.joining(" ", "models ", ""));
  }

  private static String goal(@Nullable Latest goal) {
    return goal == null ? NO_GOAL : "goal \"" + goal.value() + "\"";
  }

  private static String verdict(@Nullable GoalVerdict verdict) {
    if (verdict == null) {
      return NO_VERDICT;
    }
    String why = verdict.explanation() == null ? "" : " \"" + verdict.explanation() + "\"";
    return "verdict " + verdict.answer().wireName() + why;
  }

  private static String value(@Nullable Latest latest) {
    return latest == null ? "none" : latest.value();
  }

  private static String list(String name, List<String> values) {
    return values.isEmpty() ? name + " nothing" : name + " " + String.join(" ", values);
  }

  private static String afterWord(String word, String value, String text) {
    if (!value.startsWith(word + " ")) {
      throw unknown(text);
    }
    return value.substring(word.length() + 1);
  }

  private static String known(String text, String names, Collection<String> labels) {
    for (String name : names.split(" ", -1)) {
      if (!labels.contains(name) && !name.equals("nothing")) {
        throw new IllegalArgumentException(
            "'" + text + "': no activity above has id=" + name + "; ids are " + labels);
      }
    }
    return text;
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException(
        "'"
            + text
            + "' is nothing that can be said of a session; write one of "
            + Stream.concat(COUNTERS.stream().map(counter -> counter.text(2)), OTHERS.stream())
                .collect(Collectors.joining(", ")));
  }
}
