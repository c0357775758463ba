package dev.aidis.cli.tail;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.http.JsonText;
import dev.aidis.cli.http.Query;
import dev.aidis.cli.http.Reply;
import dev.aidis.cli.http.TrackerClient;
import dev.aidis.cli.tracker.Asker;
import dev.aidis.cli.tracker.TrackerAddress;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aidis tail}. */
@Command(
    name = "tail",
    description = "Show the latest activities of the current session, one in a line.",
    footer = {
      "",
      "Examples:",
      "  aidis tail -n 50",
      "  aidis tail -f               goes on with what happens, until interrupted",
      "  aidis tail -f --json        one JSON object in a line, for other programs",
    })
public final class TailCommand implements Callable<Integer> {
  private static final int NOT_FOUND = 404;
  private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(1);

  private final Surroundings surroundings;
  private final LatestActivities shown = new LatestActivities();
  private @Nullable String place;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      defaultValue = "20",
      description = "How many to begin with, 0 to 1000 (default: ${DEFAULT-VALUE}).")
  private int lines = 20;

  @Option(
      names = {"-f", "--follow"},
      description =
          "Go on showing what happens, in later sessions too, until interrupted or read no more.")
  private boolean follow;

  @Option(names = "--json", description = "Print each activity as a JSON object.")
  private boolean json;

  @Option(
      names = "--tz",
      paramLabel = "ZONE",
      description = "Show times of a time zone, such as Europe/Berlin (default: this machine's).")
  private @Nullable ZoneId zone;

  public TailCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (lines < 0 || lines > 1000) {
      throw CliException.usage("--lines " + lines + " must be from 0 to 1000");
    }
    TrackerClient tracker = TrackerAddress.client(surroundings);
    try {
      latest(tracker);
    } catch (IOException e) {
      throw TrackerAddress.notAnswering(surroundings, tracker.address(), e);
    }
    if (follow) {
      follow(tracker);
    }
    return 0;
  }

  private void latest(TrackerClient tracker) throws IOException {
    if (lines == 0) {
      return;
    }
    String path =
        new Query("/api/v1/sessions/current/timeline")
            .with("limit", lines)
            .with("order", "newest")
            .toString();
    Reply reply = tracker.get(path, "application/json", new Asker(surroundings).headers());
    if (reply.status() == NOT_FOUND && follow) {
      surroundings.err().println("No session is open; waiting for one.");
    } else if (reply.isOk()) {
      List<Json> newestFirst =
          Json.read(reply.body()).map(page -> page.objects("activities")).orElse(List.of());
      newestFirst.reversed().forEach(this::show);
    } else {
      throw CliException.failure(reply.problem());
    }
  }

  /**
   * As long as it is read. A tracker that goes away is waited for: it is started again, or the
   * network comes back.
   */
  private void follow(TrackerClient tracker) {
    boolean away = false;
    while (!Thread.currentThread().isInterrupted() && isRead()) {
      try {
        Optional<Reply> refusal = tracker.download("/api/v1/events", headers(), this::readEvents);
        if (refusal.isPresent()) {
          throw CliException.failure(refusal.get().problem());
        }
        away = false;
      } catch (IOException e) {
        if (!away) {
          surroundings.err().println("The tracker is away; waiting for it.");
        }
        away = true;
      }
      surroundings.pause().take(BEFORE_TRYING_AGAIN);
    }
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>(new Asker(surroundings).headers());
    headers.put("Accept", "text/event-stream");
    if (place != null) {
      headers.put("Last-Event-ID", place);
    }
    return headers;
  }

  private void readEvents(InputStream body) throws IOException {
    EventStream.read(body, this::take);
  }

  /** Whether somebody still reads this; a pipe shows it when something is written to it. */
  private boolean isRead() {
    return !surroundings.out().checkError();
  }

  private boolean take(EventStream.Event event) {
    if (event.id() != null) {
      place = event.id();
    }
    switch (event.name()) {
      case "activity" -> Json.read(event.data()).ifPresent(this::show);
      case "dropped" ->
          surroundings.err().println("Some activities came too fast to be shown: " + event.data());
      default -> {}
    }
    return isRead();
  }

  private void show(Json activity) {
    if (!shown.isNew(activity.text("id", ""))) {
      return;
    }
    ZoneId shownIn = zone == null ? surroundings.clock().getZone() : zone;
    surroundings
        .out()
        .println(json ? JsonText.of(activity) : new ActivityLine(shownIn).of(activity));
  }
}
