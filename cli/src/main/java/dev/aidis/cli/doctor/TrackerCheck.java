package dev.aidis.cli.doctor;

import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.http.Query;
import dev.aidis.cli.http.Reply;
import dev.aidis.cli.http.TrackerClient;
import dev.aidis.cli.tracker.TrackerAddress;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a tracker that answers says and does. */
final class TrackerCheck {
  private static final String UP = "UP";
  private static final String TRACKER = "tracker";
  private static final String ROUND_TRIP = "round trip";
  private static final String CLOCK = "clock";

  /** Nobody's sessions: those of a person do not change because of a check. */
  private static final String OWNER = "aidis-doctor";

  private static final Duration TOLERABLE = Duration.ofSeconds(10);

  /** From there on the tracker takes its own time instead of the machine's. */
  private static final Duration WRONG = Duration.ofMinutes(5);

  private static final int TRIES = 40;
  private static final Duration BETWEEN = Duration.ofMillis(250);
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final Surroundings surroundings;
  private final TrackerClient client;

  TrackerCheck(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.client = TrackerAddress.client(surroundings);
  }

  /** Begins with whether it answers: if not, nothing else is found out. */
  List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    try {
      Reply health = client.get("/actuator/health", "application/json");
      findings.add(Finding.ok(TRACKER, "answers at " + client.address()));
      findings.addAll(parts(Json.read(health.body()).orElseGet(Json::empty)));
      findings.add(clock());
      findings.add(roundTrip());
    } catch (IOException away) {
      boolean elsewhere = surroundings.variable("AIDIS_URL") != null;
      findings.add(
          Finding.failure(
              TRACKER,
              "does not answer at " + client.address() + ": " + away.getMessage(),
              elsewhere
                  ? "check `aidis config`, and whether it runs there"
                  : "start it with `aidis up -d`"));
    }
    return findings;
  }

  private static List<Finding> parts(Json health) {
    Json parts = health.object("components");
    return List.of(
        part("Kafka", parts.object("kafka").text("status", health.text("status", "unknown"))),
        part(
            "Postgres", parts.object("postgres").text("status", health.text("status", "unknown"))));
  }

  private static Finding part(String name, String status) {
    return status.equals(UP)
        ? Finding.ok(name, "is well")
        : Finding.failure(name, "is " + status, "see `aidis logs`; `aidis down` and `aidis up -d`");
  }

  private Finding clock() throws IOException {
    URI address =
        URI.create(client.address().toString().replaceFirst("/+$", "") + "/actuator/health");
    HttpURLConnection request = (HttpURLConnection) address.toURL().openConnection();
    request.setConnectTimeout(5000);
    request.setReadTimeout(10_000);
    request.setRequestMethod("HEAD");
    Instant before = surroundings.clock().instant();
    long date = request.getHeaderFieldDate("Date", 0);
    Instant after = surroundings.clock().instant();
    if (date == 0) {
      return Finding.skipped(CLOCK, "the tracker does not tell its time");
    }
    Instant here = before.plus(Duration.between(before, after).dividedBy(2));
    Duration ahead = Duration.between(Instant.ofEpochMilli(date), here);
    String told = "this machine's is %d s ahead of the tracker's".formatted(ahead.toSeconds());
    if (ahead.abs().compareTo(WRONG) > 0) {
      return Finding.failure(CLOCK, told, "set the clocks right, by NTP for example");
    }
    return ahead.abs().compareTo(TOLERABLE) > 0
        ? Finding.warning(CLOCK, told, "set the clocks right, by NTP for example")
        : Finding.ok(CLOCK, "agrees with the tracker's");
  }

  /** Sends an activity and waits until a session shows it. */
  private Finding roundTrip() throws IOException {
    String before = lastSeen();
    String body =
        "{\"activities\":[{\"type\":\"heartbeat\",\"owner\":\"%s\",\"machine\":\"doctor\"}]}"
            .formatted(OWNER);
    Instant sent = surroundings.clock().instant();
    Reply reply = client.post("/api/v1/activities", body.getBytes(StandardCharsets.UTF_8));
    if (reply.status() == UNAUTHORIZED) {
      return Finding.failure(
          ROUND_TRIP, reply.problem(), "set a token that is good: `aidis config set token`");
    }
    if (reply.status() == FORBIDDEN) {
      return Finding.skipped(
          ROUND_TRIP,
          "not tried: the token opens one owner's sessions, which a check must not change");
    }
    if (!reply.isOk()) {
      return Finding.failure(ROUND_TRIP, reply.problem(), "see `aidis logs`");
    }
    for (int i = 0; i < TRIES; i++) {
      if (!lastSeen().equals(before)) {
        long took = Duration.between(sent, surroundings.clock().instant()).toMillis();
        return Finding.ok(ROUND_TRIP, "an activity was sent and seen in %d ms".formatted(took));
      }
      surroundings.pause().take(BETWEEN);
    }
    return Finding.failure(
        ROUND_TRIP,
        "an activity was taken, but no session shows it after 10 s",
        "see `aidis status` for what is behind, and `aidis dead-letters`");
  }

  /** When the last activity of a check happened that a session shows. */
  private String lastSeen() throws IOException {
    String query = new Query("/api/v1/sessions").with("owner", OWNER).with("limit", 1).toString();
    Reply reply = client.get(query, "application/json");
    return Json.read(reply.body()).stream()
        .flatMap(answer -> answer.objects("sessions").stream())
        .map(session -> session.text("lastActivityAt", ""))
        .findFirst()
        .orElse("");
  }
}
