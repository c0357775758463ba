package dev.aidis.domain.scenario;

import dev.aidis.schemas.Activity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A scenario in the making: keeps the clock, so that each step says when it happens. */
final class ScenarioDraft {
  /** A Monday on which nothing is special. */
  private static final LocalDate DAY = LocalDate.parse("2026-05-04");

  private static final Pattern CLOCK =
      Pattern.compile("(clock|processor stops|processor starts) (.*)");

  private static final String NOTHING = "nothing";
  private static final String THE_SAME = "the same sessions";

  private final String file;
  private final int line;
  private final String name;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, UUID> ids = new LinkedHashMap<>();
  private Times times = new Times(DAY, ZoneOffset.UTC);
  private @Nullable Instant clock;
  private @Nullable Then then;
  private boolean stopped;
  private long activities;

  /** What the {@code then} at hand has said so far. */
  private static final class Then {
    final int line;
    final List<ExpectedSession> sessions = new ArrayList<>();
    @Nullable String phrase;

    Then(int line) {
      this.line = line;
    }
  }

  ScenarioDraft(String file, int line, String name) {
    this.file = file;
    this.line = line;
    this.name = name;
  }

  void zone(String zone) {
    requireNoStep("zone");
    times = new Times(times.day(), ZoneId.of(zone));
  }

  void day(String day) {
    requireNoStep("day");
    times = new Times(LocalDate.parse(day), times.zone());
  }

  private void requireNoStep(String keyword) {
    if (!steps.isEmpty()) {
      throw new IllegalArgumentException(keyword + " must stand before the first given");
    }
  }

  void given(String text) {
    endThen();
    Matcher clockLine = CLOCK.matcher(text);
    if (clockLine.matches()) {
      moveClock(clockLine.group(1), times.instant(clockLine.group(2)));
      return;
    }
    switch (text) {
      case "everything again" -> steps.add(new Step.EverythingAgain(now(text), false));
      case "everything again, last first" -> steps.add(new Step.EverythingAgain(now(text), true));
      case "replay" -> steps.add(new Step.Replay(now(text)));
      default -> arrive(ActivityLine.parse(text, times));
    }
  }

  private void moveClock(String what, Instant to) {
    forward(to);
    switch (what) {
      case "processor stops" -> {
        stopped = true;
        steps.add(new Step.ProcessorStops(to));
      }
      case "processor starts" -> {
        stopped = false;
        steps.add(new Step.ProcessorStarts(to));
      }
      default -> steps.add(new Step.ClockMoves(to));
    }
  }

  private void arrive(ActivityLine activityLine) {
    for (Instant occurredAt : activityLine.times()) {
      Instant received = activityLine.receivedAt();
      boolean late = clock != null && occurredAt.isBefore(clock);
      forward(received != null ? received : late ? now("") : occurredAt);
      Activity activity =
          activityLine.activity(id(activityLine.label()), owner(), occurredAt, now(""));
      steps.add(new Step.Arrival(now(""), activity));
    }
  }

  /** Counted upwards, so that of two activities of one millisecond the one told first is first. */
  private UUID id(@Nullable String label) {
    return label == null
        ? new UUID(0, ++activities)
        : ids.computeIfAbsent(label, fresh -> new UUID(0, ++activities));
  }

  /** Each scenario is about an owner of its own, so that many can share one processor. */
  private String owner() {
    return file + ":" + line;
  }

  private void forward(Instant to) {
    if (clock != null && to.isBefore(clock)) {
      throw new IllegalArgumentException(
          "the clock cannot go back from " + times.text(clock) + " to " + times.text(to));
    }
    clock = to;
  }

  private Instant now(String what) {
    if (clock == null) {
      throw new IllegalArgumentException("before '" + what + "' an activity must be given");
    }
    return clock;
  }

  void beginThen(int number) {
    endThen();
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("then needs a given before it");
    }
    if (stopped) {
      throw new IllegalArgumentException("the processor must start before then");
    }
    then = new Then(number);
  }

  void then(String text) {
    Then open = Objects.requireNonNull(then, "then was not begun");
    boolean isPhrase = text.equals(NOTHING) || text.equals(THE_SAME);
    if (open.phrase != null || (isPhrase && !open.sessions.isEmpty())) {
      throw new IllegalArgumentException(
          "'" + (isPhrase ? text : open.phrase) + "' must be all that then says");
    }
    if (isPhrase) {
      open.phrase = text;
    } else {
      open.sessions.add(ExpectedSession.parse(text, times, ids.keySet()));
    }
  }

  private void endThen() {
    if (then == null) {
      return;
    }
    steps.add(
        THE_SAME.equals(then.phrase)
            ? new Step.ThenTheSame(now(THE_SAME), then.line)
            : new Step.Then(now("then"), then.line, then.sessions));
    then = null;
  }

  Scenario finished() {
    if (then == null) {
      throw new IllegalArgumentException("scenario '" + name + "' must end with then");
    }
    endThen();
    Map<UUID, String> labels =
        ids.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    return new Scenario(file, line, name, times, steps, labels);
  }
}
