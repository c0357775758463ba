package dev.aidis.domain.scenario;

import dev.aidis.schemas.Activity;
import java.time.Instant;
import java.util.List;

/** What happens in a scenario, one after the other; the clock never goes back. */
public sealed interface Step {

  /** What the clock shows when it happens. */
  Instant at();

  /** An activity is appended to the log. */
  record Arrival(Instant at, Activity activity) implements Step {}

  /** Nothing happens until then. */
  record ClockMoves(Instant at) implements Step {}

  /** From here on what arrives waits in the log. */
  record ProcessorStops(Instant at) implements Step {}

  /** Reads what waits in the log and goes on. */
  record ProcessorStarts(Instant at) implements Step {}

  /** Everything that arrived arrives once more. */
  record EverythingAgain(Instant at, boolean lastFirst) implements Step {}

  /** A new, empty processor reads the log from its start. */
  record Replay(Instant at) implements Step {}

  /** The sessions must now be these. */
  record Then(Instant at, int line, List<ExpectedSession> sessions) implements Step {
    public Then {
      sessions = List.copyOf(sessions);
    }
  }

  /** The sessions must now be those of the {@code then} before. */
  record ThenTheSame(Instant at, int line) implements Step {}
}
