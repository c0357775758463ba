package dev.aidis.ingest.session;

import dev.aidis.queries.SessionView;
import java.time.YearMonth;
import java.util.List;

/** Tells which part of a session's timeline is archived. */
@FunctionalInterface
public interface ArchivedMonths {

  /** The archived months, in UTC, in which the session has activities; usually none. */
  List<YearMonth> of(SessionView session);
}
