package dev.aidis.sink.intake;

import dev.aidis.schemas.SessionUpdate;
import dev.aidis.sink.write.UpdatesWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembers the descriptions of what it wrote; refuses what is told to be refused. */
final class RecordingWriter implements UpdatesWriter {
  final List<String> written = new ArrayList<>();
  @Nullable SQLException away;

  @Override
  public void write(Set<Integer> partitions, List<SessionUpdate> updates) throws SQLException {
    if (away != null) {
      throw away;
    }
    List<String> descriptions = updates.stream().map(RecordingWriter::descriptionOf).toList();
    for (String description : descriptions) {
      if (description.startsWith("refused")) {
        throw new SQLException(description + ": value out of range", "22003");
      }
      if (description.startsWith("unwritable")) {
        throw new IllegalStateException(description + ": a mistake of ours");
      }
    }
    written.addAll(descriptions);
  }

  private static String descriptionOf(SessionUpdate update) {
    return String.valueOf(Objects.requireNonNull(update.activity()).description());
  }
}
