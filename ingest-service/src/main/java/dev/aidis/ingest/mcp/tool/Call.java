package dev.aidis.ingest.mcp.tool;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.mcp.argument.Arguments;
import dev.aidis.ingest.mcp.offer.Asking;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.TrackerKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call of a tool.
 *
 * @param at when it came
 * @param client name and version, such as {@code claude-code/2.1.330}
 * @param project what the caller works on, as far as known
 * @param attributes what every activity of the call carries
 * @param asking asks the client; to be used before anything is published
 */
public record Call(
    Arguments arguments,
    Caller caller,
    Instant at,
    String client,
    @Nullable String project,
    Map<String, String> attributes,
    Supplier<UUID> ids,
    Asking asking) {

  public TrackerKey trackerKey() {
    return caller.trackerKey();
  }

  UUID newId() {
    return ids.get();
  }

  Map<String, String> attributesWith(String name, String value) {
    Map<String, String> more = new HashMap<>(attributes);
    more.put(name, value);
    return more;
  }

  /** Begins an activity with all that the call tells of itself. */
  public ActivityBuilder activity(ActivityType type) {
    return Activity.builder(newId(), type)
        .occurredAt(at)
        .owner(caller.trackerKey().owner())
        .workspace(caller.trackerKey().workspace())
        .machine(caller.machine())
        .client(client)
        .clientSession(caller.clientSession())
        .project(project)
        .repo(caller.repo())
        .aiInvolved(true)
        .attributes(attributes);
  }
}
