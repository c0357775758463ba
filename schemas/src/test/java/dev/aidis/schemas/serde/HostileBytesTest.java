package dev.aidis.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.serde.MalformedRecordException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are, they are a valid record or malformed; nothing else is thrown. */
class HostileBytesTest {
  private static final int RECORDS = 1_000;
  private static final int DAMAGES = 10;

  /** Not every contract bounds its times. */
  private static final Set<Reason> OF_EVERY_CONTRACT =
      EnumSet.complementOf(EnumSet.of(Reason.TIME_OUT_OF_RANGE));

  private static final long LITTLE_MEMORY = 500_000;

  @ParameterizedTest
  @MethodSource("dev.aidis.schemas.serde.Contract#all")
  <T extends Record> void damaged_records_are_malformed_or_valid(Contract<T> contract) {
    // Given
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    for (long seed = 0; seed < RECORDS; seed++) {
      byte[] bytes = contract.codec().encode(contract.random(seed));
      // When
      reasons.addAll(reasonsOfDamaged(bytes, seed, contract.codec()));
    }
    // Then
    assertThat(reasons).containsAll(OF_EVERY_CONTRACT);
  }

  @ParameterizedTest
  @MethodSource("dev.aidis.schemas.serde.Contract#all")
  <T extends Record> void damaged_records_of_an_older_version_are_malformed_or_valid(
      Contract<T> contract) throws IOException {
    // Given
    Schema current = contract.codec().versions().current();
    Schema older = OtherVersions.without(current, Set.of(lastWithDefault(current)));
    WireCodec<T> codec =
        contract.withVersions().apply(new SchemaVersions(contract.name(), List.of(older, current)));
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    for (long seed = 0; seed < RECORDS; seed++) {
      byte[] bytes = OtherVersions.write(contract, contract.random(seed), older, Map.of());
      // When
      reasons.addAll(reasonsOfDamaged(bytes, seed, codec));
    }
    // Then
    assertThat(reasons).containsAll(OF_EVERY_CONTRACT);
  }

  @ParameterizedTest
  @ValueSource(longs = {Integer.MAX_VALUE, Integer.MAX_VALUE - 8, Long.MAX_VALUE, 10_000_000, 17})
  void a_text_that_claims_to_be_longer_than_the_record_allocates_nothing(long length)
      throws IOException {
    // Given
    byte[] bytes = activityWithTypeOf(length);
    // When
    long allocated = allocatedBy(() -> refusal(bytes));
    // Then
    assertThat(allocated).isLessThan(LITTLE_MEMORY);
    assertThat(refusal(bytes).reason()).isEqualTo(Reason.TRUNCATED);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Integer.MIN_VALUE, Long.MIN_VALUE})
  void a_text_of_negative_length_is_an_invalid_value(long length) throws IOException {
    // Given
    byte[] bytes = activityWithTypeOf(length);
    // Then
    assertThat(refusal(bytes).reason()).isEqualTo(Reason.INVALID_VALUE);
  }

  @Test
  void a_list_that_claims_more_items_than_it_has_allocates_nothing() throws IOException {
    // Given
    byte[] bytes = WireCodecs.ACTIVITY.encode(withoutItems());
    ByteArrayOutputStream claiming = new ByteArrayOutputStream();
    claiming.write(bytes, 0, bytes.length - 2);
    claiming.write(varint(Integer.MAX_VALUE));
    byte[] hostile = claiming.toByteArray();
    // When
    long allocated = allocatedBy(() -> refusal(hostile));
    // Then
    assertThat(allocated).isLessThan(LITTLE_MEMORY);
    assertThat(refusal(hostile).reason()).isEqualTo(Reason.TRUNCATED);
  }

  private static Activity withoutItems() {
    return Contract.ACTIVITY.random(1).toBuilder().tags(List.of()).attributes(Map.of()).build();
  }

  /** A header and an id, then that length of the type, and little more. */
  private static byte[] activityWithTypeOf(long length) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(WireCodecs.ACTIVITY.encode(withoutItems()), 0, SingleObject.HEADER_LENGTH + 16);
    bytes.write(varint(length));
    bytes.write("task_created".getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private static byte[] varint(long value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    encoder.writeLong(value);
    return bytes.toByteArray();
  }

  /** What the second run of it allocates: the first one also loads classes. */
  private static long allocatedBy(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    work.run();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static MalformedRecordException refusal(byte[] bytes) {
    return catchThrowableOfType(
        MalformedRecordException.class, () -> WireCodecs.ACTIVITY.decode(bytes));
  }

  private static Set<Reason> reasonsOfDamaged(byte[] bytes, long seed, WireCodec<?> codec) {
    RandomGenerator random = new SplittableRandom(seed);
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    for (int i = 0; i < DAMAGES; i++) {
      byte[] damaged = damaged(bytes, random);
      Throwable thrown = catchThrowable(() -> codec.decode(damaged));
      if (thrown != null) {
        assertThat(thrown)
            .as("seed %d, damage %d", seed, i)
            .isInstanceOf(MalformedRecordException.class);
        reasons.add(((MalformedRecordException) thrown).reason());
      }
    }
    return reasons;
  }

  /** Cut off, lengthened, or with some bits turned; mostly behind the header. */
  private static byte[] damaged(byte[] bytes, RandomGenerator random) {
    int from = random.nextInt(20) == 0 ? 0 : SingleObject.HEADER_LENGTH;
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(from, bytes.length));
      case 1 -> Arrays.copyOf(bytes, bytes.length + random.nextInt(1, 20));
      default -> {
        byte[] turned = bytes.clone();
        for (int i = random.nextInt(1, 9); i > 0; i--) {
          turned[random.nextInt(from, bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        yield turned;
      }
    };
  }

  private static String lastWithDefault(Schema schema) {
    return schema.getFields().stream()
        .filter(Schema.Field::hasDefaultValue)
        .map(Schema.Field::name)
        .reduce((first, second) -> second)
        .orElseThrow();
  }
}
