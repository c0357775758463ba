package dev.aidis.ingest.telemetry;

import org.jspecify.annotations.Nullable;

/** Counts what was not taken of a request, and keeps the first reason. Used once. */
final class Rejections {
  private long count;
  private @Nullable String first;

  void add(String reason) {
    add(1, reason);
  }

  void add(long items, String reason) {
    count += items;
    first = first == null ? reason : first;
  }

  long count() {
    return count;
  }

  /** A sentence; empty if nothing was rejected. */
  String reason() {
    return first == null ? "" : first;
  }
}
