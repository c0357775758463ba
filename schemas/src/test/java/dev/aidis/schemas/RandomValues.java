package dev.aidis.schemas;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random values within the bounds of {@link ActivityLimits}, with a liking for the bounds. */
final class RandomValues {
  private static final List<int[]> ALPHABETS =
      Stream.of(
              "abcdefghijklmnopqrstuvwxyz0123456789-_.",
              "AZ 09\"'\\<>&%$;:,{}[]()",
              "äöüßéçñøåÆÿ",
              "\u0001\t\n\r\u001f\u007f\u0085\u2028",
              "日本語中文한국어",
              "אבגدهو\u200f\u202e",
              "e\u0301\u0308\u200d\ufeff",
              "😀🚀👩🏽𝔘𐍈")
          .map(alphabet -> alphabet.codePoints().toArray())
          .toList();

  private final RandomGenerator random;

  RandomValues(long seed) {
    this.random = new SplittableRandom(seed);
  }

  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  boolean flag() {
    return random.nextBoolean();
  }

  int number(int min, int max) {
    return oneIn(10) ? (flag() ? min : max) : random.nextInt(min, max);
  }

  /** From 0 up, of all magnitudes. */
  long count() {
    return oneIn(3) ? 0 : random.nextLong() >>> random.nextInt(1, Long.SIZE);
  }

  <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  <T> @Nullable T optional(Supplier<T> value) {
    return flag() ? value.get() : null;
  }

  <T> List<T> list(int max, Supplier<T> item) {
    int size = oneIn(20) ? max : random.nextInt(Math.min(max, 4) + 1);
    return Stream.generate(item).limit(size).toList();
  }

  UUID uuid() {
    return oneIn(20)
        ? pick(List.of(new UUID(0, 0), new UUID(-1, -1), new UUID(Long.MIN_VALUE, Long.MAX_VALUE)))
        : new UUID(random.nextLong(), random.nextLong());
  }

  Instant timeUpTo(Instant latest) {
    long millis = random.nextLong(latest.toEpochMilli() + 1);
    return Instant.ofEpochMilli(oneIn(20) ? (flag() ? 0 : latest.toEpochMilli()) : millis);
  }

  /** Of any characters but U+0000. */
  String text(int max) {
    int length = oneIn(200) ? max : random.nextInt(Math.min(max, 40) + 1);
    StringBuilder text = new StringBuilder(length);
    while (text.length() < length) {
      int[] alphabet = pick(ALPHABETS);
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    if (text.length() > max) {
      text.setLength(max - 1);
    }
    return text.toString();
  }

  /** Not blank, without slash and control characters. */
  String name(int max) {
    String text = text(max - 1).replaceAll("[/\\p{Cntrl}\\u0085\\u2028]", "");
    return "n" + text;
  }
}
