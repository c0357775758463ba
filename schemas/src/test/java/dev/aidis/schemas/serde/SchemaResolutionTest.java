package dev.aidis.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.RandomWireRecords;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.serde.MalformedRecordException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Records of other versions than the current one, with schemas that only this test publishes. */
class SchemaResolutionTest {
  private static final Schema CURRENT = Contract.ACTIVITY.codec().versions().current();
  private static final Schema OLDER =
      OtherVersions.without(CURRENT, Set.of("claimedAt", "aiInvolved", "tags", "attributes"));
  private static final Schema NEWER =
      OtherVersions.with(
          CURRENT,
          new Schema.Field("mood", Schema.create(Schema.Type.STRING), null, "calm"),
          new Schema.Field("weights", Schema.createArray(Schema.create(Schema.Type.DOUBLE))));
  private static final ActivityCodec CODEC =
      new ActivityCodec(new SchemaVersions("activity", List.of(OLDER, NEWER, CURRENT)));

  @Test
  void what_an_older_version_lacks_has_its_default() throws IOException {
    // Given
    Activity activity = new RandomWireRecords(7).activity();
    byte[] bytes = older(activity);
    // When
    Activity read = CODEC.decode(bytes);
    // Then
    assertThat(read)
        .isEqualTo(
            activity.toBuilder()
                .claimedAt(null)
                .aiInvolved(false)
                .tags(List.of())
                .attributes(Map.of())
                .build());
  }

  @Test
  void what_a_newer_version_adds_is_passed_over() throws IOException {
    for (long seed = 0; seed < 200; seed++) {
      // Given
      Activity activity = new RandomWireRecords(seed).activity();
      byte[] bytes = newer(activity);
      // When
      Activity read = CODEC.decode(bytes);
      // Then
      assertThat(read).as("seed %d", seed).isEqualTo(activity);
    }
  }

  @Test
  void an_update_may_carry_an_activity_of_another_version() {
    // Given
    Activity activity = new RandomWireRecords(3).activity();
    SessionUpdate update =
        new SessionUpdate(activity.trackerKey(), activity, null, List.of(), List.of(), false);
    AvroCodec<Session> sessions = Contract.SESSION.codec();
    SchemaVersions versions = Contract.SESSION_UPDATE.codec().versions();
    byte[] bytes = new SessionUpdateCodec(versions, new NewerCodec(), sessions).encode(update);
    // When
    SessionUpdate read = new SessionUpdateCodec(versions, CODEC, sessions).decode(bytes);
    // Then
    assertThat(read).isEqualTo(update);
  }

  @Test
  void a_version_that_was_never_published_is_refused() throws IOException {
    // Given
    byte[] bytes = newer(new RandomWireRecords(3).activity());
    // When
    MalformedRecordException refusal =
        catchThrowableOfType(
            MalformedRecordException.class, () -> WireCodecs.ACTIVITY.decode(bytes));
    // Then
    assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_SCHEMA);
  }

  @Test
  void an_older_record_is_refused_for_the_same_faults() throws IOException {
    // Given
    byte[] bytes = older(new RandomWireRecords(3).activity());
    byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    // Then
    assertThat(reason(shorter)).isEqualTo(Reason.TRUNCATED);
    assertThat(reason(longer)).isEqualTo(Reason.TRAILING_BYTES);
  }

  private static Reason reason(byte[] bytes) {
    return catchThrowableOfType(MalformedRecordException.class, () -> CODEC.decode(bytes)).reason();
  }

  private static byte[] older(Activity activity) throws IOException {
    return OtherVersions.write(Contract.ACTIVITY, activity, OLDER, Map.of());
  }

  private static byte[] newer(Activity activity) throws IOException {
    Map<String, Object> added = Map.of("mood", "elated", "weights", List.of(1.5, -2.5));
    return OtherVersions.write(Contract.ACTIVITY, activity, NEWER, added);
  }

  /** Writes as a program of the newer version would. */
  private static final class NewerCodec implements NestedCodec<Activity> {
    @Override
    public void writeNested(Activity activity, FieldWriter out) {
      try {
        out.bytes(newer(activity));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Activity readNested(FieldReader in) throws EOFException {
      return CODEC.readNested(in);
    }
  }
}
