package dev.aidis.processor;

import dev.aidis.domain.scenario.Scenario;
import dev.aidis.domain.scenario.ScenarioRun;
import dev.aidis.domain.scenario.SessionTracker;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.SessionUpdate;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Many scenarios on one topology, interleaved by the time their steps happen: each is about an
 * owner of its own, so none may notice the others.
 */
final class SharedTopology implements AutoCloseable {
  private final List<Scenario> scenarios;
  private final TopologyTracker topology;
  private final Map<String, List<SessionUpdate>> updatesByOwner = new HashMap<>();
  private Instant clock;

  SharedTopology(Path stateDir, List<Scenario> scenarios) {
    this.scenarios = scenarios;
    clock =
        scenarios.stream()
            .map(scenario -> scenario.steps().getFirst().at())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    topology = new TopologyTracker(stateDir, clock);
  }

  /** Plays them all and returns why some failed. */
  Map<Scenario, Throwable> play() {
    Map<Scenario, Throwable> failures = new HashMap<>();
    PriorityQueue<ScenarioRun> runs =
        new PriorityQueue<>(Comparator.comparing(ScenarioRun::nextAt));
    scenarios.forEach(s -> runs.add(new ScenarioRun(s, now -> new OneOwner(s.place()))));
    while (!runs.isEmpty()) {
      ScenarioRun run = runs.remove();
      try {
        run.next();
        if (!run.isOver()) {
          runs.add(run);
        }
      } catch (AssertionError | RuntimeException failure) {
        failures.put(run.scenario(), failure);
      }
    }
    return failures;
  }

  private void sortUpdates() {
    for (SessionUpdate update : topology.updates()) {
      updatesByOwner
          .computeIfAbsent(update.trackerKey().owner(), owner -> new ArrayList<>())
          .add(update);
    }
  }

  @Override
  public void close() {
    topology.close();
  }

  /** What one scenario sees of the topology. */
  private final class OneOwner implements SessionTracker {
    private final String owner;

    OneOwner(String owner) {
      this.owner = owner;
    }

    @Override
    public void append(Activity activity, Instant appendedAt) {
      topology.append(activity, appendedAt);
    }

    @Override
    public void clock(Instant now, Instant processedUpTo) {
      if (now.isAfter(clock)) {
        topology.clock(now, now);
        clock = now;
      }
    }

    @Override
    public List<SessionUpdate> updates() {
      sortUpdates();
      List<SessionUpdate> updates = updatesByOwner.remove(owner);
      return updates == null ? List.of() : updates;
    }

    @Override
    public void close() {}
  }
}
