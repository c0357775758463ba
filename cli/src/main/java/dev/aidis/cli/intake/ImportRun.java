package dev.aidis.cli.intake;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Pause;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.http.Reply;
import dev.aidis.cli.http.TrackerClient;
import dev.aidis.cli.tracker.TrackerAddress;
import dev.aidis.schemas.TrackerKey;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One import of history: whose it becomes, sending it, and waiting until all of it has arrived.
 * What is told twice is sent once. Sends in the background; used by one thread.
 */
public final class ImportRun implements AutoCloseable {
  private static final int LANES = 4;

  private final TrackerClient client;
  private final Pause pause;
  private final String trackersOwner;
  private final TrackerKey trackerKey;
  private final List<BatchSender> senders;
  private final Lanes lanes;
  private final ImportProgress progress;
  private final SeenIds seen = new SeenIds();
  private long sent;
  private long repeated;

  private ImportRun(
      Surroundings surroundings, ImportOptions options, TrackerClient client, String owner) {
    this.client = client;
    this.pause = surroundings.pause();
    this.trackersOwner = owner;
    String named = surroundings.variable("AIDIS_OWNER");
    this.trackerKey =
        new TrackerKey(named == null ? owner : named, options.workspace(surroundings));
    Map<String, String> headers = new Here(surroundings).machineHeaders();
    this.senders =
        Stream.generate(() -> new BatchSender(client, "/api/v1/activities", headers, pause))
            .limit(LANES)
            .toList();
    this.lanes = new Lanes(senders);
    this.progress = new ImportProgress(surroundings, options);
  }

  /**
   * Asks the tracker whose the history will be.
   *
   * @throws CliException if it does not answer
   */
  public static ImportRun begin(Surroundings surroundings, ImportOptions options) {
    TrackerClient client = TrackerAddress.client(surroundings);
    try {
      Reply reply = client.get("/api/v1/caller", "application/json");
      String owner = Json.read(reply.body()).map(json -> json.text("owner", "")).orElse("");
      if (!reply.isOk() || owner.isEmpty()) {
        throw CliException.failure(
            "the tracker at %s does not say whose it is: %s"
                .formatted(client.address(), reply.problem()));
      }
      return new ImportRun(surroundings, options, client, owner);
    } catch (IOException e) {
      throw TrackerAddress.notAnswering(surroundings, client.address(), e);
    }
  }

  /** Whose the history becomes, unless an activity is sent for another. */
  public TrackerKey trackerKey() {
    return trackerKey;
  }

  /** Whose the tracker says it is. */
  public String trackersOwner() {
    return trackersOwner;
  }

  /** Sends an activity; false if this import has sent it already. */
  public boolean send(NewActivity activity) {
    return send(trackerKey.owner(), activity);
  }

  /** The same for another owner. */
  public boolean send(String owner, NewActivity activity) {
    if (!seen.add(activity.id())) {
      repeated++;
      return false;
    }
    lanes.add(
        owner, activity.name("owner", owner).name("workspace", trackerKey.workspace()).json());
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
    progress.sending(done, total, what, sent);
  }

  /** Sends the rest and waits for it: whether all of it was seen to arrive in Postgres. */
  public boolean finish() {
    lanes.finish();
    boolean complete = new Pipeline(client, pause).awaitEmpty(progress::waiting);
    progress.end();
    return complete;
  }

  public long accepted() {
    return senders.stream().mapToLong(BatchSender::accepted).sum();
  }

  /** How often each reason was given for refusing an activity. */
  public Map<String, Integer> refusals() {
    Map<String, Integer> refusals = new HashMap<>();
    senders.forEach(
        sender ->
            sender.refusals().forEach((reason, n) -> refusals.merge(reason, n, Integer::sum)));
    return refusals;
  }

  /** How many were told twice. */
  public long repeated() {
    return repeated;
  }

  public Duration elapsed() {
    return progress.elapsed();
  }

  /** Leaves the terminal's line empty for what comes next. */
  @Override
  public void close() {
    lanes.close();
    progress.end();
  }
}
