package dev.aidis.ingest.rest;

import dev.aidis.ingest.activity.Delivery;
import dev.aidis.ingest.activity.HistoryPublisher;
import dev.aidis.ingest.activity.LoggedActivity;
import dev.aidis.ingest.caller.Authority;
import dev.aidis.ingest.rest.IntakeAnswer.Item;
import dev.aidis.schemas.TrackerKey;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/v1/import}: lines of an export, in its order. */
@RestController
final class ImportEndpoint {
  private final BoundedBody body;
  private final HistoryPublisher publisher;

  ImportEndpoint(BoundedBody body, HistoryPublisher publisher) {
    this.body = body;
    this.publisher = publisher;
  }

  /**
   * @param owner whose they become; each activity's own if absent
   */
  @PostMapping(path = "/api/v1/import", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  IntakeAnswer take(
      HttpServletRequest request, @RequestParam(required = false) @Nullable String owner)
      throws IOException {
    Authority authority = Authority.of(request);
    UnaryOperator<LoggedActivity> ownership = ownership(owner);
    return take(
        ActivitiesEndpoint.itemsOf(body.read(request)),
        told -> requireOwn(ownership.apply(told), authority));
  }

  private static LoggedActivity requireOwn(LoggedActivity told, Authority authority) {
    authority.requireOwner(told.activity().owner());
    authority.requireMachine(told.activity().machine());
    return told;
  }

  private static UnaryOperator<LoggedActivity> ownership(@Nullable String owner) {
    return owner == null
        ? UnaryOperator.identity()
        : new NewOwner(new TrackerKey(owner, TrackerKey.MAIN).owner())::of;
  }

  private IntakeAnswer take(JsonNode items, UnaryOperator<LoggedActivity> ownership) {
    List<Item> results = new ArrayList<>(items.size());
    List<LoggedActivity> readable = new ArrayList<>(items.size());
    List<Integer> indexes = new ArrayList<>(items.size());
    for (int index = 0; index < items.size(); index++) {
      try {
        readable.add(ownership.apply(LoggedActivityJson.read(items.get(index))));
        indexes.add(index);
      } catch (IllegalArgumentException e) {
        results.add(Item.rejected(index, String.valueOf(e.getMessage())));
      }
    }
    List<Delivery> deliveries = readable.isEmpty() ? List.of() : publisher.publishHistory(readable);
    for (int i = 0; i < deliveries.size(); i++) {
      results.add(Intake.result(indexes.get(i), deliveries.get(i)));
    }
    results.sort(Comparator.comparingInt(Item::index));
    return IntakeAnswer.of(results);
  }
}
