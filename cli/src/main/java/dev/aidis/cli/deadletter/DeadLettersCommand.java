package dev.aidis.cli.deadletter;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.http.Query;
import dev.aidis.cli.http.Reply;
import dev.aidis.cli.http.TrackerClient;
import dev.aidis.cli.tracker.TrackerAddress;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aidis dead-letters}. */
@Command(
    name = "dead-letters",
    description = {
      "List the records that were not counted, the newest last.",
      "Each with its place, when, why, and where the record itself lies.",
    })
public final class DeadLettersCommand implements Callable<Integer> {
  private static final String PATH = "/api/v1/dead-letters";

  private final Surroundings surroundings;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many at most (default: ${DEFAULT-VALUE}).")
  private int limit = 20;

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = "Only those with this reason, such as not_avro.")
  private @Nullable String reason;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public DeadLettersCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    String body = get(new Query(PATH).with("limit", limit).with("reason", reason));
    if (json) {
      surroundings.out().println(body);
      return 0;
    }
    List<Json> letters = Json.read(body).orElseGet(Json::empty).objects("letters");
    if (letters.isEmpty()) {
      surroundings.out().println(reason == null ? "No dead letters." : "None with this reason.");
    }
    for (Json letter : letters) {
      surroundings.out().print(new LetterText(letter, surroundings.clock().getZone()).inList());
    }
    return 0;
  }

  /** {@code aidis dead-letters show}. */
  @Command(name = "show", description = "Show one of them with the start of its value.")
  int show(
      @Parameters(paramLabel = "PARTITION:OFFSET", description = "Its place, as the list shows it.")
          String place,
      @Option(names = "--json", description = "Print JSON.") boolean asJson) {
    if (!place.matches("\\d{1,9}:\\d{1,18}")) {
      throw CliException.usage(
          "'"
              + place
              + "' is no place of a dead letter: write it as in `aidis dead-letters`, 3:17");
    }
    String[] parts = place.split(":", -1);
    String body = get(new Query(PATH).part(parts[0]).part(parts[1]));
    surroundings
        .out()
        .print(
            asJson
                ? body + "\n"
                : new LetterText(
                        Json.read(body).orElseGet(Json::empty), surroundings.clock().getZone())
                    .whole());
    return 0;
  }

  private String get(Query query) {
    TrackerClient client = TrackerAddress.client(surroundings);
    try {
      Reply reply = client.get(query.toString(), "application/json");
      if (!reply.isOk()) {
        throw CliException.failure(reply.problem());
      }
      return reply.body();
    } catch (IOException e) {
      throw TrackerAddress.notAnswering(surroundings, client.address(), e);
    }
  }
}
