package dev.aidis.ingest.live;

import dev.aidis.ingest.session.SessionDetails;
import dev.aidis.ingest.session.SessionFinder;
import dev.aidis.ingest.session.Timelines;

/** Where the news come from, and how they are written. */
public record Sources(
    SessionFinder sessions, SessionDetails details, Timelines timelines, EventData data) {}
