package dev.aidis.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.serde.MalformedRecordException.Reason;
import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MalformedRecordTest {
  private static final Activity ACTIVITY = Samples.SMALL_ACTIVITY;
  private static final byte[] BYTES = WireCodecs.ACTIVITY.encode(ACTIVITY);

  @Test
  void json_is_not_avro() {
    // When
    MalformedRecordException refusal = refusal("{}".getBytes(StandardCharsets.UTF_8));
    // Then
    assertThat(refusal.reason()).isEqualTo(Reason.NOT_AVRO);
    assertThat(refusal.contract()).isEqualTo("activity");
    assertThat(refusal)
        .hasMessage(
            "activity NOT_AVRO: it does not begin with C3 01, the magic of Avro's single-object"
                + " encoding, but with 7B 7D");
  }

  @Test
  void nothing_is_not_avro() {
    assertThat(refusal(new byte[0])).hasMessageEndingWith("but with nothing");
  }

  @Test
  void a_record_of_another_contract_has_an_unknown_schema() {
    // Given
    byte[] session = WireCodecs.SESSION.encode(Contract.SESSION.random(1));
    // When
    MalformedRecordException refusal = refusal(session);
    // Then
    assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_SCHEMA);
    assertThat(refusal).hasMessageContaining("none of its 1 published versions");
  }

  @Test
  void a_record_that_ends_too_early_is_truncated() {
    for (int length = 2; length < BYTES.length; length++) {
      assertThat(refusal(Arrays.copyOf(BYTES, length)).reason())
          .as("length %d", length)
          .isEqualTo(Reason.TRUNCATED);
    }
  }

  @Test
  void a_record_that_goes_on_after_its_end_has_trailing_bytes() {
    // When
    MalformedRecordException refusal = refusal(Arrays.copyOf(BYTES, BYTES.length + 3));
    // Then
    assertThat(refusal.reason()).isEqualTo(Reason.TRAILING_BYTES);
    assertThat(refusal).hasMessage("activity TRAILING_BYTES: it goes on for 3 bytes after its end");
  }

  @Test
  void a_value_out_of_the_bounds_of_its_field_is_invalid_and_named() {
    // Given
    byte[] bytes = BYTES.clone();
    bytes[SingleObject.HEADER_LENGTH + 16 + 1] = 'N';
    // When
    MalformedRecordException refusal = refusal(bytes);
    // Then
    assertThat(refusal.reason()).isEqualTo(Reason.INVALID_VALUE);
    assertThat(refusal).hasMessageStartingWith("activity INVALID_VALUE: type 'Not_known_yet' must");
  }

  @Test
  void a_malformed_activity_in_an_update_makes_the_update_malformed() {
    // Given
    SessionUpdateCodec codec =
        new SessionUpdateCodec(
            Contract.SESSION_UPDATE.codec().versions(),
            new Truncating<>(Contract.ACTIVITY.codec()),
            Contract.SESSION.codec());
    byte[] bytes =
        codec.encode(
            new SessionUpdate(ACTIVITY.trackerKey(), ACTIVITY, null, List.of(), List.of(), false));
    // When
    MalformedRecordException refusal =
        catchThrowableOfType(
            MalformedRecordException.class, () -> WireCodecs.SESSION_UPDATE.decode(bytes));
    // Then
    assertThat(refusal.contract()).isEqualTo("session-update");
    assertThat(refusal.reason()).isEqualTo(Reason.TRUNCATED);
    assertThat(refusal)
        .hasMessageStartingWith(
            "session-update TRUNCATED: in it, activity TRUNCATED: it ends after ");
  }

  private static MalformedRecordException refusal(byte[] bytes) {
    return catchThrowableOfType(
        MalformedRecordException.class, () -> WireCodecs.ACTIVITY.decode(bytes));
  }

  /** Loses the last byte. */
  private record Truncating<T>(AvroCodec<T> codec) implements NestedCodec<T> {
    @Override
    public void writeNested(T value, FieldWriter out) {
      byte[] bytes = codec.encode(value);
      out.bytes(Arrays.copyOf(bytes, bytes.length - 1));
    }

    @Override
    public T readNested(FieldReader in) throws EOFException {
      return codec.readNested(in);
    }
  }
}
