package dev.aidis.sink.write;

import dev.aidis.schemas.SessionUpdate;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Writes session updates. */
@FunctionalInterface
public interface UpdatesWriter {

  /**
   * Writes all of the updates or, when it throws, none.
   *
   * @param partitions of the topic, which the updates come from
   * @param updates those of a tracker key in the order of the topic
   */
  void write(Set<Integer> partitions, List<SessionUpdate> updates) throws SQLException;
}
