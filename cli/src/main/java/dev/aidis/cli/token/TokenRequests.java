package dev.aidis.cli.token;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Reply;
import dev.aidis.cli.http.TrackerClient;
import dev.aidis.cli.tracker.TrackerAddress;
import java.io.IOException;

/** Asks the tracker about tokens. */
record TokenRequests(Surroundings surroundings) {
  static final String PATH = "/api/v1/tokens";

  /** What the tracker is asked. */
  @FunctionalInterface
  interface Question {
    Reply with(TrackerClient client) throws IOException;
  }

  /**
   * The body of the answer.
   *
   * @throws CliException if the tracker does not answer, or refuses
   */
  String ask(Question question) {
    TrackerClient client = TrackerAddress.client(surroundings);
    try {
      Reply reply = question.with(client);
      if (!reply.isOk()) {
        throw CliException.failure(reply.problem());
      }
      return reply.body();
    } catch (IOException e) {
      throw TrackerAddress.notAnswering(surroundings, client.address(), e);
    }
  }
}
