package dev.aidis.cli.intake;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Pause;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.http.Reply;
import dev.aidis.cli.http.TrackerClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Posts activities, each a JSON object on one line, in their order, batch by batch, and a batch
 * again where the tracker cannot take it now: ids make that harmless. One thread sends; any may ask
 * what became of it.
 */
public final class BatchSender implements LineSender {
  private static final int MOST_LINES = 1_000;

  /** A character has up to three bytes; the tracker takes 16 MiB at once. */
  private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

  private static final int TRIES = 10;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final int UNAVAILABLE = 503;
  private static final int TOO_MANY_REQUESTS = 429;

  private final TrackerClient client;
  private final String path;
  private final Map<String, String> headers;
  private final Pause pause;
  private final List<String> batch = new ArrayList<>(MOST_LINES);
  private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
  private final AtomicLong accepted = new AtomicLong();
  private int characters;

  public BatchSender(TrackerClient client, String path, Pause pause) {
    this(client, path, Map.of(), pause);
  }

  /**
   * @param headers of each request
   */
  public BatchSender(TrackerClient client, String path, Map<String, String> headers, Pause pause) {
    this.client = client;
    this.path = path;
    this.headers = Map.copyOf(headers);
    this.pause = pause;
  }

  @Override
  public void add(String line) {
    if (batch.size() == MOST_LINES || characters + line.length() > MOST_CHARACTERS) {
      flush();
    }
    batch.add(line);
    characters += line.length();
  }

  @Override
  public void flush() {
    if (batch.isEmpty()) {
      return;
    }
    byte[] body =
        ("{\"activities\":[" + String.join(",", batch) + "]}").getBytes(StandardCharsets.UTF_8);
    Duration wait = FIRST_PAUSE;
    String trouble = "";
    for (int tries = 0; tries < TRIES; tries++) {
      trouble = post(body);
      if (trouble.isEmpty()) {
        batch.clear();
        characters = 0;
        return;
      }
      pause.take(wait);
      Duration twice = wait.multipliedBy(2);
      wait = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
    throw CliException.notRunning(
        "the tracker at %s takes no more activities (%s): see `aidis status`, then run the import again; what it has is not counted twice"
            .formatted(client.address(), trouble),
        null);
  }

  public long accepted() {
    return accepted.get();
  }

  /** How often each reason was given for refusing an activity. */
  public Map<String, Integer> refusals() {
    return Map.copyOf(refusals);
  }

  /** Why the batch must be sent again; empty if it need not. */
  private String post(byte[] body) {
    try {
      Reply reply = client.post(path, body, headers);
      if (reply.status() == UNAVAILABLE || reply.status() == TOO_MANY_REQUESTS) {
        return reply.problem();
      }
      if (!reply.isOk()) {
        throw CliException.failure("the tracker refused the import: " + reply.problem());
      }
      Json answer =
          Json.read(reply.body())
              .orElseThrow(
                  () ->
                      CliException.failure(
                          "what answers is not an AIDIS tracker: check AIDIS_URL"));
      if (answer.number("failed") > 0) {
        return "Kafka does not take them";
      }
      accepted.addAndGet(answer.number("accepted"));
      for (Json result : answer.objects("results")) {
        if ("rejected".equals(result.text("status"))) {
          refusals.merge(result.text("error", "no reason given"), 1, Integer::sum);
        }
      }
      return "";
    } catch (IOException e) {
      return "it does not answer";
    }
  }
}
