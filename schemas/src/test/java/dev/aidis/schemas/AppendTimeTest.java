package dev.aidis.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class AppendTimeTest {
  private static final Instant THEN = Instant.parse("2026-05-04T10:00:00.123Z");
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  @Test
  void withoutAHeaderItIsTheTimestamp() {
    assertThat(AppendTime.of(new RecordHeaders(), NOW.toEpochMilli())).isEqualTo(NOW);
  }

  @Test
  void aHeaderTellsWhenTheRecordWasAppendedElsewhere() {
    // Given
    Headers headers = new RecordHeaders().add(AppendTime.header(THEN));
    // When / Then
    assertThat(AppendTime.of(headers, NOW.toEpochMilli())).isEqualTo(THEN);
  }

  @Test
  void aHeaderThatCannotBeIsIgnored() {
    // Given
    Headers later = new RecordHeaders().add(AppendTime.header(NOW.plusMillis(1)));
    Headers negative = new RecordHeaders().add(AppendTime.header(Instant.ofEpochMilli(-1)));
    Headers unreadable = new RecordHeaders().add(AppendTime.HEADER, new byte[] {1});
    Headers empty = new RecordHeaders().add(AppendTime.HEADER, null);
    // When / Then
    for (Headers headers : new Headers[] {later, negative, unreadable, empty}) {
      assertThat(AppendTime.of(headers, NOW.toEpochMilli())).isEqualTo(NOW);
    }
  }
}
