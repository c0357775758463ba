package dev.aidis.cli.session;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Query;
import dev.aidis.cli.http.Reply;
import dev.aidis.cli.http.TrackerClient;
import dev.aidis.cli.tracker.TrackerAddress;
import java.io.IOException;

/** Prints what the tracker shows of sessions: the tracker itself writes the text or the JSON. */
record SessionPages(Surroundings surroundings) {
  private static final int NOT_FOUND = 404;

  /** The exit code. */
  int print(Query query, boolean json) {
    String path = json ? query.toString() : query.with("width", surroundings.width()).toString();
    Reply reply = get(path, json ? "application/json" : "text/plain");
    if (reply.isOk()) {
      surroundings.out().print(reply.body().endsWith("\n") ? reply.body() : reply.body() + "\n");
      surroundings.out().flush();
      return 0;
    }
    throw CliException.failure(
        reply.status() == NOT_FOUND
            ? reply.problem() + " See `aidis sessions list`."
            : reply.problem());
  }

  private Reply get(String path, String accept) {
    TrackerClient client = new TrackerClient(TrackerAddress.of(surroundings));
    try {
      return client.get(path, accept);
    } catch (IOException e) {
      throw TrackerAddress.notAnswering(surroundings, client.address(), e);
    }
  }
}
