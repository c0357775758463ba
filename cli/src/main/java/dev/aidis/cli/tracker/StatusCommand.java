package dev.aidis.cli.tracker;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.http.Reply;
import dev.aidis.cli.http.TrackerClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code aidis status}. */
@Command(
    name = "status",
    description = "Show whether the tracker runs and is well.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:it runs", "1:it runs but is not well", "3:it does not run"})
public final class StatusCommand implements Callable<Integer> {
  private static final String UP = "UP";

  private final Surroundings surroundings;

  public StatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Optional<TrackerFile> local =
        surroundings.variable(TrackerAddress.URL) == null
            ? LocalTracker.of(surroundings).running()
            : Optional.empty();
    if (local.isEmpty() && surroundings.variable(TrackerAddress.URL) == null) {
      say("tracker", "not running; home " + surroundings.home());
      return CliException.NOT_RUNNING;
    }
    local.ifPresent(this::tellProcess);
    URI address = TrackerAddress.of(surroundings);
    if (local.isEmpty()) {
      say("http", address.toString());
    }
    return tellHealth(TrackerAddress.client(surroundings));
  }

  private void tellProcess(TrackerFile tracker) {
    Instant since = tracker.startedAt();
    String uptime =
        since == null
            ? ""
            : ", up " + text(Duration.between(since, surroundings.clock().instant()));
    say("tracker", "running, pid " + tracker.pid() + uptime);
    InfoCommand.info(tracker).forEach(this::say);
  }

  /** The exit code. */
  private int tellHealth(TrackerClient client) {
    try {
      Json health = body(client, "/actuator/health");
      String status = health.text("status", "unknown");
      say("health", (status.equals(UP) ? "well" : lower(status)) + parts(health));
      tellPipeline(body(client, "/api/v1/pipeline"));
      return status.equals(UP) ? 0 : CliException.FAILURE;
    } catch (IOException e) {
      say("health", "does not answer at " + client.address());
      return surroundings.variable(TrackerAddress.URL) == null
          ? CliException.FAILURE
          : CliException.NOT_RUNNING;
    }
  }

  /** How the broker and the database are, if the tracker says. */
  private static String parts(Json health) {
    Json parts = health.object("components");
    return parts.names().containsAll(List.of("kafka", "postgres"))
        ? " (Kafka %s, Postgres %s)"
            .formatted(
                lower(parts.object("kafka").text("status", "unknown")),
                lower(parts.object("postgres").text("status", "unknown")))
        : "";
  }

  private static String lower(String status) {
    return status.toLowerCase(Locale.ROOT);
  }

  private void tellPipeline(Json lag) {
    if (lag.names().contains("activitiesLag")) {
      say(
          "pipeline",
          String.format(
              Locale.ROOT,
              "%,d activities to process, %,d updates to write",
              lag.number("activitiesLag"),
              lag.number("updatesLag")));
    }
  }

  /** What is not JSON counts as an empty object. */
  private static Json body(TrackerClient client, String path) throws IOException {
    Reply reply = client.get(path, "application/json");
    return Json.read(reply.body()).orElseGet(Json::empty);
  }

  private void say(String name, String value) {
    surroundings.out().printf("%-10s%s%n", name, value);
  }

  private static String text(Duration duration) {
    if (duration.toDays() > 0) {
      return duration.toDays() + " d " + duration.toHoursPart() + " h";
    }
    if (duration.toHours() > 0) {
      return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
    return duration.toMinutes() > 0
        ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
        : Math.max(0, duration.toSeconds()) + " s";
  }
}
