package dev.aidis.cli.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class SinceConverterTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final SinceConverter converter =
      new SinceConverter(Clock.fixed(NOW, ZoneId.of("Europe/Berlin")));

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "2026-01-31, 2026-01-30T23:00:00Z",
    "2026-01-31T10:00, 2026-01-31T09:00:00Z",
    "2026-01-31T10:00:05Z, 2026-01-31T10:00:05Z",
    "2026-01-31T10:00+05:30, 2026-01-31T04:30:00Z",
    "10d, 2026-11-12T12:00:00Z",
    "2w, 2026-11-08T12:00:00Z",
    "1m, 2026-10-22T11:00:00Z",
    "2y, 2024-11-22T12:00:00Z",
  })
  void readsDatesTimesAndAges(String text, Instant time) {
    assertThat(converter.convert(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2026-02-30", "d", "5", "31.01.2026"})
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> converter.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("'" + text + "' is not a date: write 2026-01-31");
  }
}
