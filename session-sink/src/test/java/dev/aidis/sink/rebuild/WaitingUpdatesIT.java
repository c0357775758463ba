package dev.aidis.sink.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.serde.WireCodecs;
import dev.aidis.sink.TestDatabase;
import dev.aidis.sink.rebuild.WaitingUpdates.Told;
import dev.aidis.sink.write.BatchWriter;
import dev.aidis.sink.write.RandomUpdates;
import dev.aidis.sink.write.Tables;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A law of the change-over, over seeded random streams: wherever the sinks stand in the live
 * updates, and how many of those the new tables contain already, the rows are in the end those that
 * sinks write without a rebuild.
 */
class WaitingUpdatesIT {
  private static final TopicPartition PARTITION = new TopicPartition(Topics.SESSION_UPDATES, 0);

  private final DataSource database = TestDatabase.migrated();

  /** Of the seeds to 6, these lose rows where nothing is noted; to 60 none does where it is. */
  static Stream<Arguments> streams() {
    return Stream.of(1L, 4L)
        .flatMap(seed -> Stream.of(Arguments.of(seed, false), Arguments.of(seed, true)));
  }

  @ParameterizedTest(name = "seed {0}, some sessions told later: {1}")
  @MethodSource("streams")
  void sinksThatAreBehindWriteOnAsIfNothingHadBeen(long seed, boolean sparse) throws SQLException {
    // Given sinks that have written some, new tables that contain more, and others after these
    Random random = new Random(seed);
    List<SessionUpdate> full = RandomUpdates.of(seed);
    List<SessionUpdate> live = sparse ? RandomUpdates.withSessionsToldLater(full, seed) : full;
    int written = random.nextInt(live.size() / 2);
    int contained = written + random.nextInt(live.size() - written);
    BatchWriter sink = new BatchWriter(database);
    writeInPieces(sink, live.subList(0, written), random);
    NewTables built = NewTables.create(database);
    built.writer().write(Set.of(0), full.subList(0, contained));

    // When
    built.changeOver(told(live, written, contained, random));
    writeInPieces(sink, live.subList(written, live.size()), random);

    // Then
    DataSource withoutRebuild = TestDatabase.migrated();
    new BatchWriter(withoutRebuild).write(Set.of(0), full);
    assertThat(Tables.of(database)).containsExactlyElementsOf(Tables.of(withoutRebuild));
  }

  /** Some are read before the new tables contain them, and the rest after. */
  private Map<UUID, Told> told(List<SessionUpdate> live, int written, int contained, Random random)
      throws SQLException {
    int before = written + random.nextInt(1 + contained - written);
    try (MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        WaitingUpdates waiting =
            new WaitingUpdates(consumer, Set.of(PARTITION), Map.of(PARTITION, (long) written))) {
      consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
      add(consumer, live, written, before);
      waiting.read();
      add(consumer, live, before, live.size());
      while (waiting.left(Map.of(PARTITION, (long) live.size())) > 0) {
        waiting.readOn(activities -> ShadowRows.among(database, activities));
      }
      return waiting.told();
    }
  }

  private static void add(
      MockConsumer<byte[], byte[]> consumer, List<SessionUpdate> updates, int from, int to) {
    for (int offset = from; offset < to; offset++) {
      byte[] value = WireCodecs.SESSION_UPDATE.encode(updates.get(offset));
      consumer.addRecord(
          new ConsumerRecord<>(Topics.SESSION_UPDATES, 0, offset, new byte[0], value));
    }
  }

  private static void writeInPieces(BatchWriter writer, List<SessionUpdate> updates, Random random)
      throws SQLException {
    int from = 0;
    while (from < updates.size()) {
      int to = Math.min(updates.size(), from + 1 + random.nextInt(60));
      writer.write(Set.of(0), updates.subList(from, to));
      from = to;
    }
  }
}
