package dev.aidis.processor;

import static dev.aidis.processor.TopologyFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.processor.store.CurrentSessions;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.DeadLetter;
import dev.aidis.schemas.Ids;
import dev.aidis.schemas.serde.WireCodecs;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadRecordsTest {
  /** The current sessions of so many tracker keys take more memory than there is for them. */
  private static final int OTHERS = CurrentSessions.MOST_BYTES / 1_000;

  private static final Activity GOOD = note(NOW);
  private static final byte[] VALID = WireCodecs.ACTIVITY.encode(GOOD);
  private static final String KEY = "ada/main";

  @TempDir Path stateDir;
  private TopologyFixture topology;

  @BeforeEach
  void open() {
    topology = new TopologyFixture(stateDir);
  }

  @AfterEach
  void close() {
    topology.close();
  }

  static Stream<Arguments> badRecords() {
    return Stream.of(
        Arguments.of(
            "not_avro", KEY, "{\"not\":\"avro\"}".getBytes(StandardCharsets.UTF_8), "C3 01"),
        Arguments.of("not_avro", KEY, new byte[0], "nothing"),
        Arguments.of("unknown_schema", KEY, withFingerprint(0x1234), "0000000000001234"),
        Arguments.of("truncated", KEY, Arrays.copyOf(VALID, VALID.length - 3), "it ends after"),
        Arguments.of("trailing_bytes", KEY, Arrays.copyOf(VALID, VALID.length + 3), "3 bytes"),
        Arguments.of("no_key", null, VALID, "it must be ada/main"),
        Arguments.of("wrong_key", "someone/else", VALID, "ada/main"),
        Arguments.of("no_value", KEY, null, "no value"),
        Arguments.of("time_out_of_range", KEY, at("9999-12-31T23:59:59Z"), "occurredAt 9999-12-31"),
        Arguments.of("time_out_of_range", KEY, at("1969-12-31T23:59:59Z"), "occurredAt 1969-12-31"),
        Arguments.of("time_out_of_range", KEY, withTime(Long.MAX_VALUE), "occurredAt"),
        Arguments.of("time_out_of_range", KEY, withTime(Long.MIN_VALUE), "occurredAt"));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("badRecords")
  void aBadRecordGoesToTheDeadLettersAsItCameAndTheStreamGoesOn(
      String reason, String key, byte[] value, String detail) {
    // When
    topology.append(key, value, NOW);
    topology.append(GOOD, NOW);

    // Then
    assertThat(topology.updates()).hasSize(1);
    TestRecord<byte[], byte[]> letter = onlyLetter();
    assertThat(letter.key()).isEqualTo(key == null ? null : key.getBytes(StandardCharsets.UTF_8));
    assertThat(letter.value()).isEqualTo(value);
    DeadLetter why = DeadLetter.of(letter.headers());
    assertThat(why.reason()).isEqualTo(reason);
    assertThat(why.detail()).contains(detail);
    assertThat(why.source()).isEqualTo(new DeadLetter.Source("aidis.activities", 0, 0));
    assertThat(deadLetters(reason)).isEqualTo(1);
  }

  @Test
  void ofARecordOfTenMegabytesTheStartIsKept() {
    // Given
    byte[] huge = Arrays.copyOf(VALID, 10_000_000);

    // When
    topology.append(KEY, huge, NOW);
    topology.append(GOOD, NOW);

    // Then
    assertThat(topology.updates()).hasSize(1);
    TestRecord<byte[], byte[]> letter = onlyLetter();
    assertThat(letter.value()).isEqualTo(Arrays.copyOf(huge, DeadLetter.START));
    assertThat(DeadLetter.of(letter.headers()).reason()).isEqualTo("too_large");
    assertThat(DeadLetter.cutOf(letter.headers())).isEqualTo("value of 10000000 bytes");
  }

  @Test
  void whatTheProcessorFailsOnLeavesNothingBehind() {
    // Given a session whose stored activities are gone: a state that cannot be
    Activity first = note(NOW);
    Activity last = note(NOW.plusSeconds(60));
    topology.append(first, NOW);
    topology.append(last, NOW);
    topology.clear("activities");
    topology.updates();

    // When
    Activity between = note(NOW.plusSeconds(30));
    topology.append(between, NOW);
    topology.append(note(NOW.plusSeconds(90)), NOW);

    // Then
    DeadLetter why = DeadLetter.of(onlyLetter().headers());
    assertThat(why.reason()).isEqualTo("processing_failed");
    assertThat(why.detail()).startsWith("java.lang.IllegalStateException: no activity beside");
    assertThat(topology.updates())
        .singleElement()
        .satisfies(
            update -> assertThat(update.changed().getFirst().counters().activities()).isEqualTo(3));
    assertThat(topology.entries("activities")).as("only the one after the failure").isEqualTo(1);
    assertThat(topology.entries("seen-activities"))
        .as("the failed one may come again")
        .isEqualTo(3);
  }

  @Test
  void aSessionThatCannotBeTimedOutKeepsNoOtherFromIt() {
    // Given two open sessions, the first in a state that cannot be read
    topology.append(note(NOW), NOW);
    topology.append(note(NOW.plusSeconds(1)).toBuilder().owner("grace").build(), NOW);
    Instant later = NOW.plusSeconds(2 * 3600);
    for (int i = 0; i < OTHERS; i++) { // so that those two are not kept in memory
      topology.append(note(later).toBuilder().owner("other-" + i).build(), later);
    }
    topology.updates();
    topology.put("current-sessions", KEY, new byte[] {99});

    // When
    topology.wallClock(NOW.plusSeconds(3 * 3600));

    // Then
    assertThat(topology.updates())
        .extracting(update -> update.trackerKey().toString())
        .containsExactly("grace/main");
    assertThat(topology.entries("deadlines")).as("it is tried again later").isEqualTo(1 + OTHERS);
  }

  private TestRecord<byte[], byte[]> onlyLetter() {
    List<TestRecord<byte[], byte[]>> letters = topology.deadLetters();
    assertThat(letters).hasSize(1);
    return letters.getFirst();
  }

  private double deadLetters(String reason) {
    return topology.registry.get("aidis.dead.letters").tag("reason", reason).counter().count();
  }

  private static byte[] withFingerprint(long fingerprint) {
    byte[] bytes = VALID.clone();
    ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).putLong(2, fingerprint);
    return bytes;
  }

  private static byte[] at(String time) {
    return withTime(Instant.parse(time).toEpochMilli());
  }

  /** The good activity with another time: id, type and then the time, as a zigzag varint. */
  private static byte[] withTime(long millis) {
    int typeLength = GOOD.type().length();
    int start = 10 + 16 + 1 + typeLength;
    int end = start;
    while (VALID[end++] < 0) {}
    ByteBuffer bytes = ByteBuffer.allocate(VALID.length + 10);
    bytes.put(VALID, 0, start);
    long zigzag = (millis << 1) ^ (millis >> 63);
    for (; (zigzag & ~0x7FL) != 0; zigzag >>>= 7) {
      bytes.put((byte) ((zigzag & 0x7F) | 0x80));
    }
    bytes.put((byte) zigzag).put(VALID, end, VALID.length - end);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static Activity note(Instant occurredAt) {
    return Activity.builder(Ids.newId(), ActivityType.TASK_CREATED)
        .occurredAt(occurredAt)
        .owner("ada")
        .machine("laptop")
        .taskId(new UUID(0, 1))
        .build();
  }
}
