package dev.aidis.benchmarks.pieces;

import dev.aidis.domain.SessionFold;
import dev.aidis.domain.SessionRules;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Session;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The algebra of sessions: an activity more, and two sessions as one. */
@State(Scope.Thread)
public class Fold {
  /** How many activities the sessions have: the time must not depend on it. */
  @Param({"10", "10000"})
  public int activities;

  private final SessionFold fold = new SessionFold(SessionRules.DEFAULT);
  private Session earlier = Work.session(0, 1);
  private Session later = earlier;
  private Activity next = Work.activity(1);

  @Setup(Level.Trial)
  public void grow() {
    earlier = Work.session(0, activities);
    later = Work.session(activities, activities);
    next = Work.activity(activities);
  }

  /** As the processor does it for an activity that follows all others of its session. */
  @Benchmark
  public Session appendAnActivity() {
    return fold.append(earlier, next, fold.of(earlier.id(), next, next.receivedAt()));
  }

  @Benchmark
  public Session mergeTwoSessions() {
    return fold.merge(earlier, later);
  }
}
