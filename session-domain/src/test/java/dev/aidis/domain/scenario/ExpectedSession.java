package dev.aidis.domain.scenario;

import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A session that a scenario expects: {@code 10:00 - 12:00 active, 2 activities}. Start, end, status
 * and whether it was amended always matter, the other facts where they are told.
 */
record ExpectedSession(
    Instant start, Instant end, SessionStatus status, boolean amended, List<Fact> facts) {
  private static final String TIME = "(" + Times.TIME + ")";
  private static final Pattern LINE =
      Pattern.compile(TIME + " - " + TIME + " +([^, ]+)((?:, .*)?)");
  private static final Pattern COMMA = Pattern.compile(", +(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
  private static final String AMENDED = "amended";

  ExpectedSession {
    facts = List.copyOf(facts);
  }

  /**
   * @param labels the names given to activities so far
   */
  static ExpectedSession parse(String text, Times times, Collection<String> labels) {
    Matcher line = LINE.matcher(text);
    if (!line.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no session; write 10:00 - 12:00 active, 2 activities");
    }
    List<Fact> facts = new ArrayList<>();
    boolean amended = false;
    for (String fact : COMMA.split(line.group(4), -1)) {
      if (fact.equals(AMENDED)) {
        amended = true;
      } else if (!fact.isEmpty()) {
        facts.add(Fact.parse(fact, times, labels));
      }
    }
    return new ExpectedSession(
        times.instant(line.group(1)),
        times.instant(line.group(2)),
        status(line.group(3)),
        amended,
        facts);
  }

  private static SessionStatus status(String name) {
    return Arrays.stream(SessionStatus.values())
        .filter(status -> status.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + name
                        + "' is no status; write "
                        + Arrays.stream(SessionStatus.values())
                            .map(SessionStatus::wireName)
                            .collect(Collectors.joining(", "))));
  }

  /** The line that says what is expected. */
  String text(Times times) {
    return line(times, start, end, status, amended, facts.stream().map(Fact::expected));
  }

  /** The line that says the same of a session that was found. */
  String textOf(FoundSession found, Times times) {
    return textOf(found, times, facts.stream().map(fact -> fact.found().apply(found)));
  }

  /** The line about a session that nobody expected. */
  static String textOfUnexpected(FoundSession found, Times times) {
    return textOf(found, times, Stream.of("holds " + String.join(" ", found.holds())));
  }

  private static String textOf(FoundSession found, Times times, Stream<String> facts) {
    Session session = found.session();
    return line(
        times,
        session.startedAt(),
        session.lastActivityAt(),
        session.status(),
        session.amended(),
        facts);
  }

  private static String line(
      Times times,
      Instant start,
      Instant end,
      SessionStatus status,
      boolean amended,
      Stream<String> facts) {
    String range = times.text(start) + " - " + times.text(end) + " ";
    return Stream.concat(
            amended ? Stream.of(status.wireName(), AMENDED) : Stream.of(status.wireName()), facts)
        .collect(Collectors.joining(", ", range, ""));
  }
}
