package dev.aidis.ingest.rest;

import dev.aidis.ingest.live.EventData;
import dev.aidis.ingest.session.SessionDetail;
import dev.aidis.queries.ActivityView;
import tools.jackson.databind.json.JsonMapper;

/** Events tell things as the answers do. */
record EventJson(JsonMapper json) implements EventData {

  @Override
  public String session(SessionDetail session) {
    return json.writeValueAsString(SessionJson.of(session));
  }

  @Override
  public String activity(ActivityView activity) {
    return json.writeValueAsString(activity);
  }
}
