package dev.aidis.cli.intake;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.http.Reply;
import dev.aidis.cli.http.TrackerClient;
import dev.aidis.cli.progress.StatusLine;
import dev.aidis.cli.tracker.TrackerAddress;
import dev.aidis.schemas.TrackerKey;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One import of history: whose it becomes, sending it, and waiting until all of it has arrived.
 * What is told twice is sent once. Not thread-safe.
 */
public final class ImportRun implements AutoCloseable {
  private final Surroundings surroundings;
  private final TrackerClient client;
  private final TrackerKey trackerKey;
  private final BatchSender sender;
  private final StatusLine status;
  private final SeenIds seen = new SeenIds();
  private long sent;
  private long repeated;

  private ImportRun(Surroundings surroundings, TrackerClient client, TrackerKey trackerKey) {
    this.surroundings = surroundings;
    this.client = client;
    this.trackerKey = trackerKey;
    this.sender =
        new BatchSender(
            client,
            "/api/v1/activities",
            new Here(surroundings).machineHeaders(),
            surroundings.pause());
    this.status = new StatusLine(surroundings);
  }

  /**
   * Asks the tracker whose the history will be.
   *
   * @throws CliException if it does not answer
   */
  public static ImportRun begin(Surroundings surroundings, String workspace) {
    TrackerClient client = new TrackerClient(TrackerAddress.of(surroundings));
    try {
      Reply reply = client.get("/api/v1/caller", "application/json");
      String owner = Json.read(reply.body()).map(json -> json.text("owner", "")).orElse("");
      if (!reply.isOk() || owner.isEmpty()) {
        throw CliException.failure(
            "the tracker at %s does not say whose it is: %s"
                .formatted(client.address(), reply.problem()));
      }
      String named = surroundings.variable("AIDIS_OWNER");
      return new ImportRun(
          surroundings, client, new TrackerKey(named == null ? owner : named, workspace));
    } catch (IOException e) {
      throw TrackerAddress.notAnswering(surroundings, client.address(), e);
    }
  }

  public TrackerKey trackerKey() {
    return trackerKey;
  }

  /** Sends an activity; false if this import has sent it already. */
  public boolean send(NewActivity activity) {
    if (!seen.add(activity.id())) {
      repeated++;
      return false;
    }
    sender.add(
        activity
            .name("owner", trackerKey.owner())
            .name("workspace", trackerKey.workspace())
            .json());
    sent++;
    return true;
  }

  /**
   * Shows how far it is.
   *
   * @param done of the total, in whatever unit
   * @param what more there is to say, such as {@code 3/12 files}
   */
  public void progress(long done, long total, Supplier<String> what) {
    status.show(
        () ->
            String.format(
                Locale.ROOT,
                "%s%s  %,d activities",
                status.moves() ? ProgressBar.of(done, total, surroundings.unicode()) : "",
                ProgressBar.percent(done, total) + "  " + what.get(),
                sent));
  }

  /** Sends the rest and waits for it: whether all of it was seen to arrive in Postgres. */
  public boolean finish() {
    sender.flush();
    boolean complete =
        new Pipeline(client, surroundings.pause())
            .awaitEmpty(
                left ->
                    status.show(
                        () ->
                            String.format(
                                Locale.ROOT,
                                "waiting until everything is in Postgres: %,d records to go",
                                left)));
    status.end();
    return complete;
  }

  public long accepted() {
    return sender.accepted();
  }

  /** How often each reason was given for refusing an activity. */
  public Map<String, Integer> refusals() {
    return sender.refusals();
  }

  /** How many were told twice. */
  public long repeated() {
    return repeated;
  }

  public Duration elapsed() {
    return status.elapsed();
  }

  /** Leaves the terminal's line empty for what comes next. */
  @Override
  public void close() {
    status.end();
  }
}
