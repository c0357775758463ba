package dev.aidis.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.RandomWireRecords;
import dev.aidis.schemas.SessionUpdate;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecRoundTripTest {
  private static final int RECORDS = 1_000;

  @ParameterizedTest
  @MethodSource("dev.aidis.schemas.serde.Contract#all")
  <T extends Record> void what_is_written_is_read_again(Contract<T> contract) {
    for (long seed = 0; seed < RECORDS; seed++) {
      // Given
      T value = contract.random(seed);
      // When
      byte[] bytes = contract.codec().encode(value);
      // Then
      assertThat(contract.codec().decode(bytes)).as("seed %d", seed).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.aidis.schemas.serde.Contract#all")
  <T extends Record> void the_bytes_are_those_that_avro_writes(Contract<T> contract)
      throws IOException {
    Schema schema = contract.codec().versions().current();
    for (long seed = 0; seed < RECORDS; seed++) {
      // Given
      T value = contract.random(seed);
      // When
      byte[] bytes = contract.codec().encode(value);
      // Then
      assertThat(bytes).as("seed %d", seed).isEqualTo(AvroOracle.encode(value, schema));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.aidis.schemas.serde.Contract#all")
  <T extends Record> void lists_and_maps_in_blocks_are_read_too(Contract<T> contract)
      throws IOException {
    Schema schema = contract.codec().versions().current();
    for (long seed = 0; seed < RECORDS; seed++) {
      // Given
      T value = contract.random(seed);
      byte[] bytes = AvroOracle.encodeInBlocks(value, schema);
      // When
      T read = contract.codec().decode(bytes);
      // Then
      assertThat(read).as("seed %d", seed).isEqualTo(value);
    }
  }

  /** Its own length is written in two bytes from 64 to 8,191. */
  @ParameterizedTest
  @ValueSource(ints = {1_000, 8_191, 8_192, 60_000, 70_000, 1_000})
  void an_activity_of_any_length_is_written_into_an_update(int length) throws IOException {
    // Given
    Activity activity = ofLength(length);
    SessionUpdate update =
        new SessionUpdate(activity.trackerKey(), activity, null, List.of(), List.of(), false);
    WireCodec<SessionUpdate> codec = WireCodecs.SESSION_UPDATE;
    // When
    byte[] bytes = codec.encode(update);
    // Then
    Schema schema = Contract.SESSION_UPDATE.codec().versions().current();
    assertThat(bytes).isEqualTo(AvroOracle.encode(update, schema));
    assertThat(codec.decode(bytes)).isEqualTo(update);
  }

  private static Activity ofLength(int length) {
    Activity activity = new RandomWireRecords(1).activity();
    Activity longer = activity;
    for (int more = 0; WireCodecs.ACTIVITY.encode(longer).length < length; more++) {
      int body = length - WireCodecs.ACTIVITY.encode(activity).length - 20 + more;
      longer = activity.toBuilder().body("x".repeat(Math.max(0, body))).build();
    }
    assertThat(WireCodecs.ACTIVITY.encode(longer)).hasSize(length);
    return longer;
  }

  @Test
  void a_record_after_one_that_failed_in_the_middle_is_whole() {
    // Given
    byte[] before = WireCodecs.ACTIVITY.encode(new RandomWireRecords(1).activity());
    assertThatThrownBy(() -> FieldWriter.write(out -> out.nested(field -> fail(field))))
        .hasMessage("in the middle");
    // When
    byte[] after = WireCodecs.ACTIVITY.encode(new RandomWireRecords(1).activity());
    // Then
    assertThat(after).isEqualTo(before);
  }

  private static void fail(FieldWriter field) {
    field.text("begun");
    throw new IllegalStateException("in the middle");
  }

  @Test
  void equal_activities_give_equal_bytes_whatever_the_order_of_their_attributes() {
    // Given
    Activity activity = new RandomWireRecords(1).activity();
    Map<String, String> ascending = new LinkedHashMap<>();
    Map<String, String> descending = new LinkedHashMap<>();
    List<String> names = List.of("a", "b", "ä", "日", "😀", "zz");
    names.forEach(name -> ascending.put(name, "of " + name));
    names.reversed().forEach(name -> descending.put(name, "of " + name));
    // When
    byte[] one = WireCodecs.ACTIVITY.encode(activity.toBuilder().attributes(ascending).build());
    byte[] other = WireCodecs.ACTIVITY.encode(activity.toBuilder().attributes(descending).build());
    // Then
    assertThat(one).isEqualTo(other);
  }

  @Test
  void an_unpaired_surrogate_becomes_a_question_mark() {
    // Given
    Activity activity = new RandomWireRecords(1).activity().toBuilder().title("cut \ud83d").build();
    // When
    Activity read = WireCodecs.ACTIVITY.decode(WireCodecs.ACTIVITY.encode(activity));
    // Then
    assertThat(read.title()).isEqualTo("cut ?");
  }
}
