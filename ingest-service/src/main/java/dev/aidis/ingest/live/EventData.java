package dev.aidis.ingest.live;

import dev.aidis.ingest.session.SessionDetail;
import dev.aidis.queries.ActivityView;

/** Writes what events tell, as the rest of the API writes it: JSON on one line. */
public interface EventData {
  String session(SessionDetail session);

  String activity(ActivityView activity);
}
