package dev.aidis.cli.keeping;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.http.Query;
import dev.aidis.cli.http.Reply;
import dev.aidis.cli.http.TrackerClient;
import dev.aidis.cli.tracker.TrackerAddress;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What the tracker says of its archive. */
record ArchivePages(Surroundings surroundings, TrackerClient client) {
  private static final String ARCHIVE = "/api/v1/archive";

  static ArchivePages of(Surroundings surroundings) {
    return new ArchivePages(surroundings, TrackerAddress.client(surroundings));
  }

  /** Months that are archived, and those that are {@code due}. */
  Json months(@Nullable Integer days) {
    try {
      return answer(
          client.get(new Query(ARCHIVE).with("days", days).toString(), "application/json"));
    } catch (IOException e) {
      throw TrackerAddress.notAnswering(surroundings, client.address(), e);
    }
  }

  Json archive(String month) {
    return post(new Query(ARCHIVE).part(month));
  }

  Json restore(String month) {
    return post(new Query(ARCHIVE).part(month).part("restore"));
  }

  /** Waits as long as a month may take. */
  private Json post(Query query) {
    try {
      return answer(client.upload(query.toString(), body -> {}));
    } catch (IOException e) {
      throw TrackerAddress.notAnswering(surroundings, client.address(), e);
    }
  }

  private static Json answer(Reply reply) {
    if (!reply.isOk()) {
      throw CliException.failure(reply.problem());
    }
    return Json.read(reply.body()).orElse(Json.empty());
  }
}
