package dev.aidis.processor.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.domain.Change;
import dev.aidis.domain.InMemoryHistory;
import dev.aidis.domain.SessionRules;
import dev.aidis.domain.Sessionizer;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityLimits;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.TraceHeaders;
import dev.aidis.schemas.TrackerKey;
import dev.aidis.schemas.serde.WireCodecs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.internal.AbstractRecords;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

/** Of an update that changes many sessions, how large it may be. */
class LargestUpdateTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  /** One with the longest key that there is: three bytes for each character. */
  private static final String LONGEST = "語".repeat(TrackerKey.MAX_LENGTH);

  private static final Bytes KEY =
      Bytes.wrap((LONGEST + "/" + LONGEST).getBytes(StandardCharsets.UTF_8));

  private final List<byte[]> published = new ArrayList<>();
  private final HeldUpdates updates =
      new HeldUpdates((key, bytes, timestampMs) -> published.add(bytes), false);
  private final Session session =
      new Sessionizer(SessionRules.DEFAULT)
          .accept(activity(0), NINE, new InMemoryHistory())
          .changed()
          .getFirst();

  @Test
  void oneOfExactlyWhatARecordMayWeighIsRefusedBeforeAnythingIsPublished() {
    Work work = workOf(Topics.MAX_RECORD_BYTES);

    assertThatThrownBy(() -> updates.of(KEY, work.change(), work.activity(), 100, 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("%d bytes, more than ", Topics.MAX_RECORD_BYTES);
    assertThat(published).isEmpty();
  }

  @Test
  void oneByteMoreThanIsSentIsRefused() {
    Work work = workOf(HeldUpdates.most(KEY) + 1);

    assertThatThrownBy(() -> updates.of(KEY, work.change(), work.activity(), 100, 0))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theLargestThatIsNotRefusedIsSentByTheProducerWithItsKeyAndItsTrace() {
    Work work = workOf(HeldUpdates.most(KEY));
    Header[] trace = {
      TraceHeaders.of("traceparent", "0".repeat(55)), TraceHeaders.of("tracestate", "x".repeat(512))
    };

    updates.add(updates.of(KEY, work.change(), work.activity(), 100, 0));

    assertThat(published).hasSize(1);
    assertThat(
            AbstractRecords.estimateSizeInBytesUpperBound(
                RecordBatch.CURRENT_MAGIC_VALUE,
                CompressionType.NONE,
                KEY.get(),
                published.getFirst(),
                trace))
        .as("what the producer compares with max.request.size")
        .isLessThanOrEqualTo(Topics.MAX_RECORD_BYTES);
  }

  private record Work(Activity activity, Change change) {
    int bytes() {
      return WireCodecs.SESSION_UPDATE.encode(change.toUpdate(activity)).length;
    }
  }

  /** Work whose update has exactly so many bytes: many sessions, and a text that fills it up. */
  private Work workOf(int bytes) {
    int text = ActivityLimits.BODY / 2;
    int ofSession = (work(2_000, text).bytes() - work(1_000, text).bytes()) / 1_000;
    int sessions = (bytes - text) / ofSession;
    Work work = work(sessions, text + bytes - work(sessions, text).bytes());
    assertThat(work.bytes()).isEqualTo(bytes);
    return work;
  }

  private Work work(int sessions, int text) {
    List<Session> changed = Collections.nCopies(sessions, session);
    return new Work(activity(text), new Change(session.id(), List.of(), changed, true));
  }

  private static Activity activity(int text) {
    return Activity.builder(new UUID(1, 1), ActivityType.NOTE_ADDED)
        .occurredAt(NINE)
        .owner(LONGEST)
        .workspace(LONGEST)
        .machine("laptop")
        .body("x".repeat(text))
        .build();
  }
}
