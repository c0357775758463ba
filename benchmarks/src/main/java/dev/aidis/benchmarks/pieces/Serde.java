package dev.aidis.benchmarks.pieces;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.serde.WireCodecs;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** To bytes and back, as records travel through Kafka and lie in the stores. */
@State(Scope.Thread)
public class Serde {
  private final Activity activity = Work.activity(1);
  private final Session session = Work.session(0, 150);
  private final SessionUpdate update = Work.update(session, activity);
  private final byte[] activityBytes = WireCodecs.ACTIVITY.encode(activity);
  private final byte[] sessionBytes = WireCodecs.SESSION.encode(session);
  private final byte[] updateBytes = WireCodecs.SESSION_UPDATE.encode(update);

  @Benchmark
  public byte[] encodeAnActivity() {
    return WireCodecs.ACTIVITY.encode(activity);
  }

  @Benchmark
  public Activity decodeAnActivity() {
    return WireCodecs.ACTIVITY.decode(activityBytes);
  }

  @Benchmark
  public byte[] encodeASession() {
    return WireCodecs.SESSION.encode(session);
  }

  @Benchmark
  public Session decodeASession() {
    return WireCodecs.SESSION.decode(sessionBytes);
  }

  @Benchmark
  public byte[] encodeAnUpdate() {
    return WireCodecs.SESSION_UPDATE.encode(update);
  }

  @Benchmark
  public SessionUpdate decodeAnUpdate() {
    return WireCodecs.SESSION_UPDATE.decode(updateBytes);
  }
}
