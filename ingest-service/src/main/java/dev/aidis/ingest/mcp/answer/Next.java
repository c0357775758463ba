package dev.aidis.ingest.mcp.answer;

import org.jspecify.annotations.Nullable;

/** What a page says of the one behind it. */
final class Next {
  static final String DESCRIPTION = "Give it as after for the next page; absent on the last one.";

  private Next() {}

  static @Nullable String of(@Nullable Object place) {
    return place == null ? null : place.toString();
  }
}
