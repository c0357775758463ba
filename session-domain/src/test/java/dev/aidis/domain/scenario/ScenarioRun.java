package dev.aidis.domain.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Session;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Plays one scenario, step by step, and checks what it expects. Close it after its last step or its
 * first failure.
 */
public final class ScenarioRun implements AutoCloseable {
  private record Logged(Activity activity, Instant appendedAt) {}

  private final Scenario scenario;
  private final Function<Instant, SessionTracker> trackers;
  private final Deque<Step> steps;
  private final List<Logged> log = new ArrayList<>();
  private final List<Logged> waiting = new ArrayList<>();
  private SessionTracker tracker;
  private PublishedSessions published;
  private List<Session> expectedBefore = List.of();
  private Instant now;

  /** {@link Instant#MAX} while the processor runs. */
  private Instant processedUpTo = Instant.MAX;

  /**
   * @param trackers makes an empty tracker whose clock shows that time
   */
  public ScenarioRun(Scenario scenario, Function<Instant, SessionTracker> trackers) {
    this.scenario = scenario;
    this.trackers = trackers;
    steps = new ArrayDeque<>(scenario.steps());
    published = new PublishedSessions(scenario);
    now = steps.getFirst().at();
    tracker = trackers.apply(now);
  }

  /** Plays the whole scenario. */
  public static void play(Scenario scenario, Function<Instant, SessionTracker> trackers) {
    try (ScenarioRun run = new ScenarioRun(scenario, trackers)) {
      while (!run.isOver()) {
        run.next();
      }
    }
  }

  public Scenario scenario() {
    return scenario;
  }

  public boolean isOver() {
    return steps.isEmpty();
  }

  /** When the next step happens. */
  public Instant nextAt() {
    return steps.getFirst().at();
  }

  /** Takes the next step. */
  public void next() {
    Step step = steps.removeFirst();
    if (step.at().isAfter(now)) {
      now = step.at();
      tick();
    }
    switch (step) {
      case Step.Arrival arrival -> arrive(new Logged(arrival.activity(), arrival.at()));
      case Step.ClockMoves _ -> {}
      case Step.ProcessorStops stop -> processedUpTo = stop.at();
      case Step.ProcessorStarts _ -> readOn();
      case Step.EverythingAgain again -> arriveAgain(again);
      case Step.Replay _ -> beginAnew();
      case Step.Then then -> check(then);
      case Step.ThenTheSame same -> checkTheSame(same);
    }
  }

  private boolean isStopped() {
    return processedUpTo.isBefore(Instant.MAX);
  }

  private void tick() {
    if (!isStopped()) {
      tracker.clock(now, now);
      published.read(tracker.updates());
    }
  }

  private void arrive(Logged logged) {
    log.add(logged);
    if (isStopped()) {
      waiting.add(logged);
    } else {
      process(logged);
    }
  }

  private void process(Logged logged) {
    tracker.append(logged.activity(), logged.appendedAt());
    published.read(tracker.updates());
  }

  private void readOn() {
    tracker.clock(now, processedUpTo);
    waiting.forEach(this::process);
    waiting.clear();
    processedUpTo = Instant.MAX;
    tick();
  }

  private void arriveAgain(Step.EverythingAgain again) {
    List<Logged> all = new ArrayList<>(log);
    if (again.lastFirst()) {
      Collections.reverse(all);
    }
    all.forEach(logged -> arrive(new Logged(logged.activity(), again.at())));
  }

  private void beginAnew() {
    tracker.close();
    tracker = trackers.apply(now);
    published = new PublishedSessions(scenario);
    waiting.addAll(log);
    processedUpTo = Instant.MIN;
    readOn();
  }

  private void check(Step.Then then) {
    Times times = scenario.times();
    List<FoundSession> found = published.sessions();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      lines.add(
          i < then.sessions().size()
              ? then.sessions().get(i).textOf(found.get(i), times)
              : ExpectedSession.textOfUnexpected(found.get(i), times));
    }
    String expected =
        then.sessions().stream()
            .map(session -> session.text(times))
            .collect(Collectors.joining("\n"));
    assertThat(String.join("\n", lines)).as(placeOf(then.line())).isEqualTo(expected);
    expectedBefore = comparable(found);
  }

  private void checkTheSame(Step.ThenTheSame same) {
    assertThat(comparable(published.sessions())).as(placeOf(same.line())).isEqualTo(expectedBefore);
  }

  private String placeOf(int line) {
    return scenario.file() + ":" + line + " " + scenario.name();
  }

  /** How often a session was published, and when, may differ. */
  private static List<Session> comparable(List<FoundSession> found) {
    return found.stream().map(FoundSession::session).map(ScenarioRun::withoutHistory).toList();
  }

  private static Session withoutHistory(Session s) {
    return new Session(
        s.id(),
        s.trackerKey(),
        s.first(),
        s.last(),
        s.startsWithStart(),
        s.takenOverAt(),
        s.onlyConnections(),
        s.pausedAtEnd(),
        s.closure(),
        0,
        s.createdAt(),
        Instant.EPOCH,
        false,
        s.active(),
        s.paused(),
        s.goal(),
        s.project(),
        s.clientSession(),
        s.tags(),
        s.machines(),
        s.clients(),
        s.models(),
        s.counters(),
        s.goalVerdict());
  }

  @Override
  public void close() {
    tracker.close();
  }
}
