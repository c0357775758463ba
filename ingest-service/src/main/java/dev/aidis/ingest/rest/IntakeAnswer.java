package dev.aidis.ingest.rest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of the activities of one request.
 *
 * @param failed not acknowledged by Kafka; send them again with the same ids
 */
record IntakeAnswer(int accepted, int rejected, int failed, List<Item> results) {

  IntakeAnswer {
    results = List.copyOf(results);
  }

  static IntakeAnswer of(List<Item> results) {
    return new IntakeAnswer(
        count(results, Item.ACCEPTED),
        count(results, Item.REJECTED),
        count(results, Item.FAILED),
        results);
  }

  private static int count(List<Item> results, String status) {
    return Math.toIntExact(results.stream().filter(item -> item.status().equals(status)).count());
  }

  /**
   * @param id absent for an item that could not be read
   */
  record Item(int index, @Nullable UUID id, String status, @Nullable String error) {
    static final String ACCEPTED = "accepted";
    static final String REJECTED = "rejected";
    static final String FAILED = "failed";

    static Item rejected(int index, String error) {
      return new Item(index, null, REJECTED, error);
    }
  }
}
