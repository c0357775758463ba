package dev.aidis.ingest.hooks;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.caller.EventTime;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.fact.ClaudeCodeFacts;
import dev.aidis.schemas.fact.WorkPlace;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who told an event, and where it happened.
 *
 * @param clientSession the assistant's own session id
 * @param project worked on, as far as known
 * @param time when it happened
 */
record Scene(
    Caller caller,
    @Nullable String clientSession,
    WorkPlace place,
    @Nullable String project,
    @Nullable String model,
    EventTime time) {
  static final String CLIENT = ClaudeCodeFacts.CLIENT;

  /**
   * Begins the activity of a fact.
   *
   * @param fact names it within the assistant's session: the same fact has the same id, so that it
   *     counts once however often it is told
   */
  ActivityBuilder activity(ActivityType type, String fact) {
    return Activity.builder(idOf(fact), type)
        .occurredAt(time.at())
        .receivedAt(time.received())
        .claimedAt(time.at().equals(time.told()) ? null : time.told())
        .owner(caller.trackerKey().owner())
        .workspace(caller.trackerKey().workspace())
        .machine(caller.machine())
        .client(CLIENT)
        .clientSession(clientSession)
        .project(project)
        .repo(caller.repo() == null ? place.root() : caller.repo())
        .aiModel(model)
        .aiProvider(provider());
  }

  private UUID idOf(String fact) {
    return new ClaudeCodeFacts(caller.trackerKey(), clientSession).id(fact);
  }

  /** Claude's models are called so wherever they run. */
  private @Nullable String provider() {
    return model != null && model.contains("claude") ? "anthropic" : null;
  }
}
