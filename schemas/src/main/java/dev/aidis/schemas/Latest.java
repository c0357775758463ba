package dev.aidis.schemas;

import org.jspecify.annotations.Nullable;

/** A value of which the latest told wins, whatever order it arrives in. */
public record Latest(String value, Position toldAt) {

  /** The later told of two, where either may be absent. */
  public static @Nullable Latest of(@Nullable Latest a, @Nullable Latest b) {
    if (a == null) {
      return b;
    }
    return b == null || a.toldAt.isAfter(b.toldAt) ? a : b;
  }
}
