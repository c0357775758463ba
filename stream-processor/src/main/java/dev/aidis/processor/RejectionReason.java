package dev.aidis.processor;

import java.util.Locale;

/** Why a record was not counted. Each stands in the dead letter's headers and in a metric's tag. */
enum RejectionReason {
  /** The value cannot be read; {@code aidis.detail} says what is wrong with it. */
  MALFORMED,
  /** The record has no key, or not the one of its activity. */
  WRONG_KEY;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
