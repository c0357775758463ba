package dev.aidis.schemas.serde;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;

/**
 * The codecs of the contracts. The number is the newest published version of each: that one is
 * written, all are read.
 */
public final class WireCodecs {
  public static final WireCodec<Activity> ACTIVITY =
      new ActivityCodec(SchemaVersions.load("activity", 1));

  public static final WireCodec<Session> SESSION =
      new SessionCodec(SchemaVersions.load("session", 2));

  public static final WireCodec<SessionUpdate> SESSION_UPDATE =
      new SessionUpdateCodec(SchemaVersions.load("session-update", 1), ACTIVITY, SESSION);

  private WireCodecs() {}
}
