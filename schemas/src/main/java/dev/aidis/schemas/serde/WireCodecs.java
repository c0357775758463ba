package dev.aidis.schemas.serde;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;

/**
 * The codecs of the contracts. The number is the newest published version of each: that one is
 * written, all are read.
 */
public final class WireCodecs {
  private static final ActivityCodec ACTIVITIES =
      new ActivityCodec(SchemaVersions.load("activity", 1));
  private static final SessionCodec SESSIONS = new SessionCodec(SchemaVersions.load("session", 2));

  public static final WireCodec<Activity> ACTIVITY = ACTIVITIES;
  public static final WireCodec<Session> SESSION = SESSIONS;

  public static final WireCodec<SessionUpdate> SESSION_UPDATE =
      new SessionUpdateCodec(SchemaVersions.load("session-update", 1), ACTIVITIES, SESSIONS);

  private WireCodecs() {}
}
