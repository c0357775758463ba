package dev.aidis.cli.rebuild;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.http.Reply;
import dev.aidis.cli.http.TrackerClient;
import dev.aidis.cli.tracker.TrackerAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code aidis rebuild}. */
@Command(
    name = "rebuild",
    description = {
      "Rebuild the database from the log of activities.",
      "The sessions are the same with the same numbers, whatever had become of the tables.",
      "",
      "Recording and reading go on meanwhile. The new tables are made beside those that are",
      "read; at the end, in one moment, these are made equal to them. It can be interrupted",
      "anywhere: then nothing has changed, and the next rebuild begins anew. If one is at",
      "work already, this shows how far it is. Leaving with Ctrl-C does not stop it.",
    })
public final class RebuildCommand implements Callable<Integer> {
  private static final String PATH = "/api/v1/rebuild";
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final Surroundings surroundings;
  private Instant lastShown = Instant.MIN;

  public RebuildCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    TrackerClient client = TrackerAddress.client(surroundings);
    Json status = ask(client, true);
    while (status.text("state", "").equals("RUNNING")) {
      show(status);
      surroundings.pause().take(BETWEEN_LOOKS);
      status = ask(client, false);
    }
    if (surroundings.terminal()) {
      surroundings.err().print(CLEAR_LINE);
      surroundings.err().flush();
    }
    return tell(status);
  }

  private Json ask(TrackerClient client, boolean begin) {
    try {
      Reply reply =
          begin
              ? client.post(PATH, "{}".getBytes(StandardCharsets.UTF_8))
              : client.get(PATH, "application/json");
      if (!reply.isOk()) {
        throw CliException.failure(reply.problem());
      }
      return Json.read(reply.body()).orElseGet(Json::empty);
    } catch (IOException e) {
      throw begin
          ? TrackerAddress.notAnswering(surroundings, client.address(), e)
          : CliException.notRunning(
              "the tracker was stopped during the rebuild, and nothing has changed: start it with"
                  + " `aidis up -d`, then run `aidis rebuild` again",
              e);
    }
  }

  private void show(Json status) {
    Instant now = surroundings.clock().instant();
    boolean due =
        lastShown.equals(Instant.MIN)
            || Duration.between(lastShown, now).compareTo(BETWEEN_LINES) >= 0;
    if (surroundings.terminal()) {
      String line = line(status, now);
      int most = surroundings.width() - 1; // a second line could not be drawn over
      surroundings.err().print(CLEAR_LINE + line.substring(0, Math.min(most, line.length())));
      surroundings.err().flush();
    } else if (due) {
      surroundings.err().println(line(status, now));
      lastShown = now;
    }
  }

  private static String line(Json status, Instant now) {
    long done = status.number("done");
    long total = status.number("total");
    String phase = status.text("phase", "");
    return total == 0
        ? phase
        : String.format(
            Locale.ROOT,
            "%s: %,d of %,d activities, %d %%%s",
            phase,
            done,
            total,
            done * 100 / total,
            left(status, done, total, now));
  }

  private static String left(Json status, long done, long total, Instant now) {
    String startedAt = status.text("startedAt");
    if (startedAt == null || done <= 0 || done >= total) {
      return "";
    }
    long elapsed = Duration.between(Instant.parse(startedAt), now).toMillis();
    long seconds = Math.max(0, elapsed) * (total - done) / done / 1000;
    return String.format(Locale.ROOT, ", %d:%02d left", seconds / 60, seconds % 60);
  }

  private int tell(Json status) {
    if (!status.text("state", "").equals("DONE")) {
      throw CliException.failure(
          "the rebuild failed, and nothing has changed: %s. Run `aidis rebuild` again."
              .formatted(status.text("failure", "the tracker does not say why")));
    }
    Json changed = status.object("changed");
    long rows = changed.names().stream().mapToLong(changed::number).sum();
    surroundings.out().printf(Locale.ROOT, "Rebuilt from %,d activities", status.number("total"));
    surroundings.out().println(took(status));
    surroundings.out().println(rows == 0 ? "Every row was as the log has it." : "Rows put right:");
    for (String table : changed.names()) {
      if (changed.number(table) > 0) {
        surroundings.out().printf(Locale.ROOT, "  %-20s%,10d%n", table, changed.number(table));
      }
    }
    return 0;
  }

  private static String took(Json status) {
    String startedAt = status.text("startedAt");
    String endedAt = status.text("endedAt");
    return startedAt == null || endedAt == null
        ? "."
        : String.format(
            Locale.ROOT,
            " in %.1f s.",
            Duration.between(Instant.parse(startedAt), Instant.parse(endedAt)).toMillis() / 1000.0);
  }
}
