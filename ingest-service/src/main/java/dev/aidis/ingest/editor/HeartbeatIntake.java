package dev.aidis.ingest.editor;

import dev.aidis.ingest.activity.ActivityPublisher;
import dev.aidis.ingest.activity.Delivery;
import dev.aidis.ingest.activity.LogUnavailableException;
import dev.aidis.ingest.caller.Caller;
import dev.aidis.schemas.Activity;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** Takes in heartbeats, each on its own: a bad one keeps no other out. Thread-safe. */
record HeartbeatIntake(
    HeartbeatActivities activities, ActivityPublisher publisher, InstantSource clock) {
  /** Plugins send 25 at most, after a time without network too. */
  static final int MOST = 1000;

  /**
   * What became of a heartbeat, as WakaTime says it.
   *
   * @param body with {@code data}, {@code error} or {@code errors}
   */
  record Answer(Map<String, Object> body, int status) {
    private static Answer refused(String field, String why) {
      return new Answer(
          Map.of("errors", Map.of(field, List.of(why))), HttpStatus.BAD_REQUEST.value());
    }
  }

  /**
   * @throws LogUnavailableException if the plugin is to keep them all and send them again
   */
  List<Answer> take(List<JsonNode> heartbeats, String userAgent, Caller caller) {
    List<Activity> told = new ArrayList<>();
    List<Answer> answers = new ArrayList<>();
    for (JsonNode heartbeat : heartbeats) {
      answers.add(
          answers.size() < MOST
              ? read(heartbeat, userAgent, caller, told)
              : new Answer(
                  Map.of("error", "Too many heartbeats"), HttpStatus.TOO_MANY_REQUESTS.value()));
    }
    if (!told.isEmpty()) {
      for (Delivery delivery : publisher.publish(told)) {
        if (delivery.failure() != null) {
          throw new LogUnavailableException(delivery.failure(), null);
        }
      }
    }
    return answers;
  }

  private Answer read(JsonNode json, String userAgent, Caller caller, List<Activity> told) {
    try {
      Heartbeat heartbeat = Heartbeat.of(json);
      JsonNode itsAgent = json.path("user_agent");
      Editor editor = Editor.of(itsAgent.isString() ? itsAgent.stringValue() : userAgent);
      List<Activity> its = activities.of(heartbeat, editor, caller, clock.instant());
      told.addAll(its);
      return new Answer(
          Map.of(
              "data",
              Map.of(
                  "id", its.getFirst().id(),
                  "entity", heartbeat.entity(),
                  "type", heartbeat.type(),
                  "category", heartbeat.category(),
                  "time", json.path("time"))),
          HttpStatus.CREATED.value());
    } catch (RefusedHeartbeatException e) {
      return Answer.refused(e.field(), String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return new Answer(
          Map.of("error", String.valueOf(e.getMessage())), HttpStatus.BAD_REQUEST.value());
    }
  }
}
