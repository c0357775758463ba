package dev.aidis.standalone.failure;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** A client that waits for the answer to each activity, whatever it is. */
final class PatientClient implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> ingests;
  private final String token;

  PatientClient(List<String> ingests, String token) {
    this.ingests = ingests;
    this.token = token;
  }

  /** Tells until an ingest service says that it did not record, and returns what it says. */
  String awaitRefusal(String owner, Duration patience) {
    AtomicReference<String> refusal = new AtomicReference<>("");
    await("a refusal")
        .atMost(patience)
        .until(
            () -> {
              for (String ingest : ingests) {
                refusal.set(refusalOf(ingest, owner));
                if (!refusal.get().isEmpty()) {
                  return true;
                }
              }
              return false;
            });
    return refusal.get();
  }

  /** Empty if it was recorded, or nobody answered. */
  private String refusalOf(String ingest, String owner) throws InterruptedException {
    String body =
        """
        {"activities": [{"id": "%s", "type": "note_added", "owner": "%s", "body": "a note"}]}"""
            .formatted(UUID.randomUUID(), owner);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ingest + "/api/v1/activities"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .timeout(LONGEST)
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      return answer.statusCode() == 503 ? answer.body() : "";
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
