package dev.aidis.cli.intake;

import dev.aidis.cli.Pause;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.http.Reply;
import dev.aidis.cli.http.TrackerClient;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongConsumer;

/** Waits until what was sent has come out at the other end. */
public final class Pipeline {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  /** So often without any movement, the tracker is taken for stuck: one minute. */
  private static final int LOOKS_WITHOUT_PROGRESS = 240;

  private final TrackerClient client;
  private final Pause pause;

  public Pipeline(TrackerClient client, Pause pause) {
    this.client = client;
    this.pause = pause;
  }

  /**
   * Whether all of it is in Postgres; false if nothing moves any more.
   *
   * @param progress told from time to time how many records are still to go
   */
  public boolean awaitEmpty(LongConsumer progress) {
    long last = Long.MAX_VALUE;
    int looksWithoutProgress = 0;
    while (looksWithoutProgress < LOOKS_WITHOUT_PROGRESS) {
      long lag = lag();
      if (lag == 0) {
        return true;
      }
      looksWithoutProgress = lag == last ? looksWithoutProgress + 1 : 0;
      last = lag;
      progress.accept(lag);
      pause.take(BETWEEN_LOOKS);
    }
    return false;
  }

  /** Records that are still to be processed or to be written; -1 if the tracker does not say. */
  private long lag() {
    try {
      Reply reply = client.get("/api/v1/pipeline", "application/json");
      return reply.isOk()
          ? Json.read(reply.body())
              .map(json -> json.number("activitiesLag") + json.number("updatesLag"))
              .orElse(-1L)
          : -1;
    } catch (IOException notNow) {
      return -1;
    }
  }
}
