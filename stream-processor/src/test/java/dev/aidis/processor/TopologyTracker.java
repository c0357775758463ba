package dev.aidis.processor;

import dev.aidis.domain.scenario.SessionTracker;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.SessionUpdate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A topology with its stores, to play scenarios on. */
final class TopologyTracker implements SessionTracker {
  private static final Duration TICK = Duration.ofMillis(250);

  private final TopologyFixture topology;
  private Instant wallClock;

  TopologyTracker(Path stateDir, Instant start) {
    topology = new TopologyFixture(stateDir, Map.of(), start);
    wallClock = start;
  }

  @Override
  public void append(Activity activity, Instant appendedAt) {
    topology.append(activity, appendedAt);
  }

  /**
   * The processor looks at the clock every {@link #TICK} only: so the clock is moved by that at
   * least, while nothing later than {@code now} is said to be processed, and so nothing later times
   * out.
   */
  @Override
  public void clock(Instant now, Instant processedUpTo) {
    topology.processedUpTo(processedUpTo.isBefore(now) ? processedUpTo : now);
    wallClock = (now.isAfter(wallClock) ? now : wallClock).plus(TICK);
    topology.wallClock(wallClock);
  }

  @Override
  public List<SessionUpdate> updates() {
    return topology.updates();
  }

  @Override
  public void close() {
    topology.close();
  }
}
