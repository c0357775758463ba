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

final class UntilConverterTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final UntilConverter converter =
      new UntilConverter(Clock.fixed(NOW, ZoneId.of("Europe/Berlin")));

  @ParameterizedTest(name = "{0} ends at {1}")
  @CsvSource({
    "2026-01-31, 2026-01-31T23:00:00Z",
    "2026-03-29, 2026-03-29T22:00:00Z",
    "2026-01-31T10:00, 2026-01-31T09:00:00Z",
    "10d, 2026-11-12T12:00:00Z",
  })
  void aDayIsMeantWithAllItsHours(String text, Instant end) {
    assertThat(converter.convert(text)).isEqualTo(new Until(end));
    assertThat(converter.convert(text).holds(end.minusMillis(1))).isTrue();
    assertThat(converter.convert(text).holds(end)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "2026-02-30"})
  void whatIsNoneIsRefusedAsItIsWritten(String text) {
    assertThatThrownBy(() -> converter.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("'" + text + "' is not a date");
  }
}
