package dev.aidis.standalone.failure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** A team's tracker while people tell it things and ask it, all the time. */
final class UnderLoad implements AutoCloseable {
  private static final int PER_SECOND = Integer.getInteger("aidis.failure.rate", 100);

  private final UpdatesTopic updates;
  private final Freshness freshness;
  private final SteadyOwners steady;
  private final RandomLoad load;
  private final Answers answers;

  UnderLoad(ComposedTeam team, Random random, Clock clock) {
    updates = team.updates();
    freshness = new Freshness(team.telling(), team::connect, clock);
    steady = new SteadyOwners(freshness, random.nextLong(), clock);
    load = new RandomLoad(freshness, random.nextLong(), clock.instant()).begin(PER_SECOND);
    answers = new Answers(team.https(), ComposedTeam.token());
  }

  /** As {@link SteadyOwners#awaitFlow}. */
  Duration awaitFlow(Instant since) {
    return steady.awaitFlow(since, updates);
  }

  /** How long no ingest service answered, at the longest. */
  Duration longestWithoutAnswer() {
    return answers.longestGap();
  }

  /** Says how long no service answered, and how long activities took until their rows were there. */
  void tell(Report report) {
    report.say("longest time without an answer: " + seconds(longestWithoutAnswer()));
    report.say(
        "from telling an activity until its row was there: %s in the median, %s for 99 of 100, %s at most"
            .formatted(
                seconds(freshness.percentile(50)),
                seconds(freshness.percentile(99)),
                seconds(freshness.percentile(100))));
  }

  static String seconds(Duration time) {
    return "%.1f s".formatted(time.toMillis() / 1000.0);
  }

  /** How long ago the oldest activity was told whose row is not there yet; zero if there is none. */
  Duration behind() {
    return freshness.behind();
  }

  /** Activities whose rows are not there yet. */
  int notVisible() {
    return freshness.waiting();
  }

  /** Stops; what was told is in the log when this returns, and its rows are there. */
  @Override
  public void close() {
    answers.close();
    load.close();
    steady.close();
    freshness.close();
  }
}
