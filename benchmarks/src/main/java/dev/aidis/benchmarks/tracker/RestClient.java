package dev.aidis.benchmarks.tracker;

import dev.aidis.schemas.Activity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Sends activities to {@code POST /api/v1/activities}. */
public final class RestClient {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int ACCEPTED = 202;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI activities;

  public RestClient(TrackerUnderTest tracker) {
    this.activities = tracker.url("/api/v1/activities");
  }

  /** The bodies of requests with that many activities each. */
  public static List<byte[]> batches(List<Activity> activities, int size) {
    List<byte[]> bodies = new ArrayList<>();
    for (int from = 0; from < activities.size(); from += size) {
      List<Map<String, Object>> items =
          activities.subList(from, Math.min(from + size, activities.size())).stream()
              .map(RestClient::fields)
              .toList();
      bodies.add(JSON.writeValueAsBytes(Map.of("activities", items)));
    }
    return bodies;
  }

  /**
   * Returns when all activities of the body are acknowledged.
   *
   * @throws IllegalStateException when the answer is another
   */
  public void send(byte[] body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(activities)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != ACCEPTED
        || JSON.readTree(answer.body()).path("rejected").asInt() > 0) {
      throw new IllegalStateException("HTTP " + answer.statusCode() + ": " + answer.body());
    }
  }

  private static Map<String, Object> fields(Activity activity) {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "id", activity.id());
    put(fields, "type", activity.type());
    put(fields, "occurredAt", activity.occurredAt());
    put(fields, "owner", activity.owner());
    put(fields, "machine", activity.machine());
    put(fields, "client", activity.client());
    put(fields, "clientSession", activity.clientSession());
    put(fields, "project", activity.project());
    put(fields, "repo", activity.repo());
    put(fields, "branch", activity.branch());
    put(fields, "aiModel", activity.aiModel());
    put(fields, "aiProvider", activity.aiProvider());
    fields.put("aiInvolved", activity.aiInvolved());
    put(fields, "description", activity.description());
    put(fields, "taskId", activity.taskId());
    put(fields, "filePath", activity.filePath());
    fields.put("linesAdded", activity.linesAdded());
    fields.put("linesRemoved", activity.linesRemoved());
    put(fields, "title", activity.title());
    put(fields, "body", activity.body());
    fields.put("attributes", activity.attributes());
    fields.values().removeIf(value -> value == null);
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }
}
