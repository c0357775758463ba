package dev.aidis.ingest.rest;

import dev.aidis.domain.ClockClamp;
import dev.aidis.ingest.activity.ActivityPublisher;
import dev.aidis.ingest.activity.Delivery;
import dev.aidis.ingest.activity.IntakeMetrics;
import dev.aidis.ingest.caller.Authority;
import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.rest.IntakeAnswer.Item;
import dev.aidis.schemas.Activity;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Takes in a list of activities: each is read on its own, all readable ones are published at once.
 */
final class Intake {
  private final ActivityJson activityJson;
  private final ClockClamp clockClamp;
  private final InstantSource clock;
  private final ActivityPublisher publisher;
  private final Consumer<List<Activity>> whenRecorded;
  private final IntakeMetrics metrics;

  Intake(
      ActivityJson activityJson,
      ClockClamp clockClamp,
      InstantSource clock,
      ActivityPublisher publisher,
      Consumer<List<Activity>> whenRecorded,
      IntakeMetrics metrics) {
    this.activityJson = activityJson;
    this.clockClamp = clockClamp;
    this.clock = clock;
    this.publisher = publisher;
    this.whenRecorded = whenRecorded;
    this.metrics = metrics;
  }

  /**
   * @throws dev.aidis.ingest.caller.ForbiddenException if one of them is told to be another's; then
   *     none is published
   */
  IntakeAnswer take(JsonNode items, Caller caller, Authority authority) {
    Instant now = clock.instant();
    List<Item> results = new ArrayList<>(items.size());
    List<Activity> readable = new ArrayList<>(items.size());
    List<Integer> indexes = new ArrayList<>(items.size());
    for (int index = 0; index < items.size(); index++) {
      try {
        Activity activity = activityJson.read(items.get(index), caller, now);
        authority.requireOwner(activity.owner());
        authority.requireMachine(activity.machine());
        readable.add(clockClamp.clamp(activity, now));
        indexes.add(index);
      } catch (IllegalArgumentException e) {
        metrics.rejected();
        results.add(Item.rejected(index, String.valueOf(e.getMessage())));
      }
    }
    List<Delivery> deliveries = readable.isEmpty() ? List.of() : publisher.publish(readable);
    List<Activity> recorded = new ArrayList<>(deliveries.size());
    for (int i = 0; i < deliveries.size(); i++) {
      results.add(result(indexes.get(i), deliveries.get(i)));
      if (deliveries.get(i).isAcknowledged()) {
        recorded.add(readable.get(i));
      }
    }
    whenRecorded.accept(recorded);
    results.sort(Comparator.comparingInt(Item::index));
    return IntakeAnswer.of(results);
  }

  static Item result(int index, Delivery delivery) {
    String status = delivery.isAcknowledged() ? Item.ACCEPTED : Item.FAILED;
    return new Item(index, delivery.activityId(), status, delivery.failure());
  }
}
