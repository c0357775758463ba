package dev.aidis.schemas.serde;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.RandomWireRecords;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A contract as the tests see it.
 *
 * @param withVersions makes its codec with versions that only a test publishes
 */
record Contract<T extends Record>(
    Class<T> type,
    AvroCodec<T> codec,
    Function<SchemaVersions, AvroCodec<T>> withVersions,
    Function<RandomWireRecords, T> random) {
  static final Contract<Activity> ACTIVITY =
      new Contract<>(
          Activity.class,
          (AvroCodec<Activity>) WireCodecs.ACTIVITY,
          ActivityCodec::new,
          RandomWireRecords::activity);

  static final Contract<Session> SESSION =
      new Contract<>(
          Session.class,
          (AvroCodec<Session>) WireCodecs.SESSION,
          SessionCodec::new,
          RandomWireRecords::session);

  static final Contract<SessionUpdate> SESSION_UPDATE =
      new Contract<>(
          SessionUpdate.class,
          (AvroCodec<SessionUpdate>) WireCodecs.SESSION_UPDATE,
          versions -> new SessionUpdateCodec(versions, ACTIVITY.codec(), SESSION.codec()),
          RandomWireRecords::sessionUpdate);

  static Stream<Contract<?>> all() {
    return Stream.of(ACTIVITY, SESSION, SESSION_UPDATE);
  }

  String name() {
    return codec.versions().contract();
  }

  T random(long seed) {
    return random.apply(new RandomWireRecords(seed));
  }

  @Override
  public String toString() {
    return name();
  }
}
