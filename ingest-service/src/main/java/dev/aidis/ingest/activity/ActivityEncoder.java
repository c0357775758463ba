package dev.aidis.ingest.activity;

import dev.aidis.schemas.Activity;

/** Turns an activity into the bytes of its Kafka record. */
@FunctionalInterface
public interface ActivityEncoder {
  byte[] encode(Activity activity);
}
