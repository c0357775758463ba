package dev.aidis.cli.gitimport;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Pause;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.http.Reply;
import dev.aidis.cli.http.TrackerClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Posts batches to the tracker, and again where it cannot take them now: their ids make that
 * harmless.
 */
final class HttpActivitySender implements ActivitySender {
  private static final int TRIES = 10;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final int UNAVAILABLE = 503;
  private static final int TOO_MANY_REQUESTS = 429;

  private final TrackerClient client;
  private final ActivityJson json;
  private final Pause pause;

  HttpActivitySender(TrackerClient client, ActivityJson json, Pause pause) {
    this.client = client;
    this.json = json;
    this.pause = pause;
  }

  @Override
  public Receipt send(List<CommitActivity> batch) {
    Receipt receipt = new Receipt(0, List.of());
    List<CommitActivity> left = batch;
    Duration wait = FIRST_PAUSE;
    String trouble = "";
    for (int tries = 0; tries < TRIES; tries++) {
      Answer answer = post(left);
      receipt = receipt.plus(answer.receipt());
      left = answer.left();
      if (left.isEmpty()) {
        return receipt;
      }
      trouble = answer.trouble();
      pause.take(wait);
      wait =
          wait.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? wait.multipliedBy(2) : LONGEST_PAUSE;
    }
    throw CliException.notRunning(
        "the tracker at "
            + client.address()
            + " takes no more activities ("
            + trouble
            + "): see `aidis status`, then run the import again; what it has is not counted twice",
        null);
  }

  private Answer post(List<CommitActivity> batch) {
    try {
      Reply reply = client.post("/api/v1/activities", json.write(batch));
      if (reply.status() == UNAVAILABLE || reply.status() == TOO_MANY_REQUESTS) {
        return Answer.nothingTaken(batch, reply.problem());
      }
      if (!reply.isOk()) {
        throw CliException.failure("the tracker refused the import: " + reply.problem());
      }
      return Answer.read(batch, reply);
    } catch (IOException e) {
      return Answer.nothingTaken(batch, "it does not answer");
    }
  }

  /**
   * @param left to be sent again
   * @param trouble why
   */
  private record Answer(Receipt receipt, List<CommitActivity> left, String trouble) {

    static Answer nothingTaken(List<CommitActivity> batch, String trouble) {
      return new Answer(new Receipt(0, List.of()), batch, trouble);
    }

    static Answer read(List<CommitActivity> batch, Reply reply) {
      @Nullable Json body = Json.read(reply.body()).orElse(null);
      if (body == null) {
        throw CliException.failure("what answers is not an AIDIS tracker: check AIDIS_URL");
      }
      List<CommitActivity> left = new ArrayList<>();
      List<String> refusals = new ArrayList<>();
      for (Json result : body.objects("results")) {
        switch (result.text("status", "")) {
          case "failed" -> left.add(batch.get((int) result.number("index")));
          case "rejected" -> refusals.add(result.text("error", "no reason given"));
          default -> {}
        }
      }
      return new Answer(
          new Receipt((int) body.number("accepted"), refusals), left, "Kafka does not take them");
    }
  }
}
