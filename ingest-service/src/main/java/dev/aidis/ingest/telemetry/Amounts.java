package dev.aidis.ingest.telemetry;

import dev.aidis.schemas.TokenAttributes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as telemetry tells them. */
final class Amounts {
  private static final int MAX_LENGTH = 40;
  private static final BigDecimal MOST = BigDecimal.valueOf(TokenAttributes.MOST);
  private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

  private Amounts() {}

  /** Absent where it is no number, below zero, or too large to be true. */
  static @Nullable BigDecimal parse(@Nullable String text) {
    if (text == null || text.length() > MAX_LENGTH) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return number.signum() < 0 || number.precision() - number.scale() > 12 ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The nearest whole number, at most {@link TokenAttributes#MOST}. */
  static long whole(BigDecimal number) {
    return number.min(MOST).setScale(0, RoundingMode.HALF_UP).min(MOST).longValueExact();
  }

  static long microsOf(BigDecimal dollars) {
    return whole(dollars.multiply(MICROS));
  }

  /** Such as {@code 0.386}: to the millisecond. */
  static String seconds(BigDecimal seconds) {
    return seconds.setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }
}
