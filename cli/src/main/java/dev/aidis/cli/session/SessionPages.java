package dev.aidis.cli.session;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Query;
import dev.aidis.cli.http.Reply;
import dev.aidis.cli.http.TrackerClient;
import dev.aidis.cli.intake.Here;
import dev.aidis.cli.tracker.Asker;
import dev.aidis.cli.tracker.TrackerAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Prints what the tracker shows of sessions: the tracker itself writes the page or the JSON. */
record SessionPages(Surroundings surroundings) {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  /** What is sent to the tracker and answered. */
  @FunctionalInterface
  private interface Exchange {
    Reply with(TrackerClient client) throws IOException;
  }

  /** The exit code. */
  int print(Query query, ShowOptions show) {
    String path = show.ask(query, surroundings).toString();
    return print(client -> client.get(path, "*/*", new Asker(surroundings).headers()));
  }

  /** Sends a change and prints what came of it. The exit code. */
  int post(Query query, String json, ShowOptions show) {
    String path = show.ask(query, surroundings).toString();
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    return print(client -> client.post(path, body, new Here(surroundings).headers()));
  }

  private int print(Exchange exchange) {
    Reply reply = reply(exchange);
    if (reply.isOk()) {
      surroundings.out().print(reply.body().endsWith("\n") ? reply.body() : reply.body() + "\n");
      surroundings.out().flush();
      return 0;
    }
    throw switch (reply.status()) {
      case BAD_REQUEST -> CliException.usage(reply.problem());
      case NOT_FOUND -> CliException.failure(reply.problem() + " See `aidis sessions list`.");
      default -> CliException.failure(reply.problem());
    };
  }

  private Reply reply(Exchange exchange) {
    TrackerClient client = TrackerAddress.client(surroundings);
    try {
      return exchange.with(client);
    } catch (IOException e) {
      throw TrackerAddress.notAnswering(surroundings, client.address(), e);
    }
  }
}
