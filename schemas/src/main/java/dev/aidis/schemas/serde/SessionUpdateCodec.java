package dev.aidis.schemas.serde;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import java.io.EOFException;
import org.jspecify.annotations.Nullable;

/**
 * The contract {@code session-update}, version 1. Its activity and sessions are whole records of
 * their own contracts, each with its own header.
 */
final class SessionUpdateCodec extends AvroCodec<SessionUpdate> {
  private final NestedCodec<Activity> activities;
  private final NestedCodec<Session> sessions;

  SessionUpdateCodec(
      SchemaVersions versions, NestedCodec<Activity> activities, NestedCodec<Session> sessions) {
    super(versions);
    this.activities = activities;
    this.sessions = sessions;
  }

  @Override
  void write(SessionUpdate update, FieldWriter out) {
    out.trackerKey(update.trackerKey());
    writeActivity(update.activity(), out);
    out.optionalUuid(update.sessionId());
    out.list(update.changed(), session -> sessions.writeNested(session, out));
    out.list(update.absorbed(), out::uuid);
    out.flag(update.resegmented());
  }

  private void writeActivity(@Nullable Activity activity, FieldWriter out) {
    out.presence(activity);
    if (activity != null) {
      activities.writeNested(activity, out);
    }
  }

  @Override
  SessionUpdate read(FieldReader in) throws EOFException {
    return new SessionUpdate(
        in.trackerKey(),
        in.isPresent() ? activities.readNested(in) : null,
        in.optionalUuid(),
        in.list(() -> sessions.readNested(in)),
        in.list(in::uuid),
        in.flag());
  }
}
