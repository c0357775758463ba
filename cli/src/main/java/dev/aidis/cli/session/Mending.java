package dev.aidis.cli.session;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.http.Query;
import dev.aidis.cli.http.Reply;
import dev.aidis.cli.http.TrackerClient;
import dev.aidis.cli.intake.BatchSender;
import dev.aidis.cli.intake.Here;
import dev.aidis.cli.intake.NewActivity;
import dev.aidis.cli.intake.Pipeline;
import dev.aidis.cli.tracker.Asker;
import dev.aidis.cli.tracker.TrackerAddress;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Ids;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Mends the record of a session. Nothing that is recorded changes: new activities are dated back,
 * and say in their attributes which session they mend, how, by whom and when.
 */
final class Mending {
  private static final int NOT_FOUND = 404;

  private final Surroundings surroundings;
  private final TrackerClient client;

  Mending(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.client = TrackerAddress.client(surroundings);
  }

  /** A session as it is now. */
  Json session(String ref) {
    Reply reply = get(new Query("/api/v1/sessions").part(ref).with("format", "json"));
    if (!reply.isOk()) {
      throw reply.status() == NOT_FOUND
          ? CliException.failure(reply.problem() + " See `aidis sessions list`.")
          : CliException.failure(reply.problem());
    }
    return Json.read(reply.body()).map(json -> json.object("session")).orElseGet(Json::empty);
  }

  /** The same; empty if there is none of that name any more. */
  Optional<Json> find(String ref) {
    Reply reply = get(new Query("/api/v1/sessions").part(ref).with("format", "json"));
    return reply.isOk()
        ? Json.read(reply.body()).map(json -> json.object("session"))
        : Optional.empty();
  }

  /** The timeline's first page, the oldest activity first. */
  List<Json> oldest(String ref) {
    return page(ref, "oldest");
  }

  /** The timeline's first page, the newest activity first. */
  List<Json> newest(String ref) {
    return page(ref, "newest");
  }

  /**
   * Begins an activity that mends a session.
   *
   * @param how the command's name
   * @param said what the timeline says of it
   */
  NewActivity activity(Json session, ActivityType type, Instant at, String how, String said) {
    String user = surroundings.variable("USER");
    return new NewActivity(Ids.newId(), type.wireName(), at)
        .name("owner", session.text("owner"))
        .name("workspace", session.text("workspace"))
        .name("client", "aidis")
        .attribute("mends", session.text("id"))
        .attribute("mendedHow", how)
        .attribute("mendedBy", user)
        .attribute("mendedAt", surroundings.clock().instant())
        .description("Mended%s: %s".formatted(user == null ? "" : " by " + user, said));
  }

  /** Records them, and returns when what they do can be seen. */
  void record(List<NewActivity> activities) {
    BatchSender sender =
        new BatchSender(
            client,
            "/api/v1/activities",
            new Here(surroundings).machineHeaders(),
            surroundings.pause());
    activities.forEach(activity -> sender.add(activity.json()));
    sender.flush();
    sender
        .refusals()
        .keySet()
        .forEach(
            reason -> {
              throw CliException.failure("the tracker refused it: " + reason);
            });
    if (!new Pipeline(client, surroundings.pause()).awaitEmpty(left -> {})) {
      surroundings
          .err()
          .println(
              "aidis: it is recorded, but has not arrived in Postgres yet: see `aidis status`");
    }
  }

  static Instant time(Json session, String field) {
    return Instant.parse(session.text(field, ""));
  }

  private List<Json> page(String ref, String order) {
    Reply reply =
        get(
            new Query("/api/v1/sessions")
                .part(ref)
                .part("timeline")
                .with("format", "json")
                .with("order", order)
                .with("limit", 100));
    if (!reply.isOk()) {
      throw CliException.failure(reply.problem());
    }
    return Json.read(reply.body()).map(json -> json.objects("activities")).orElse(List.of());
  }

  private Reply get(Query query) {
    try {
      return client.get(query.toString(), "application/json", new Asker(surroundings).headers());
    } catch (IOException e) {
      throw TrackerAddress.notAnswering(surroundings, client.address(), e);
    }
  }
}
