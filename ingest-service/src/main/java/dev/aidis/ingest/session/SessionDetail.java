package dev.aidis.ingest.session;

import dev.aidis.queries.ActivityView;
import dev.aidis.queries.FileList;
import dev.aidis.queries.SessionView;
import java.util.List;

/**
 * A session with what belongs to it.
 *
 * @param files the most often modified ones are listed, all are counted
 * @param activities the latest ones, newest first
 */
public record SessionDetail(SessionView session, FileList files, List<ActivityView> activities) {

  public SessionDetail {
    activities = List.copyOf(activities);
  }
}
