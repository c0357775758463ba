package dev.aidis.ingest.session;

import dev.aidis.queries.ActivityView;
import dev.aidis.queries.FileView;
import dev.aidis.queries.SessionView;
import java.util.List;

/**
 * A session with what belongs to it.
 *
 * @param files most often modified first
 * @param activities the latest ones, newest first
 */
public record SessionDetail(
    SessionView session, List<FileView> files, List<ActivityView> activities) {

  public SessionDetail {
    files = List.copyOf(files);
    activities = List.copyOf(activities);
  }
}
