package dev.aidis.ingest.mcp;

import dev.aidis.ingest.activity.ActivityRecorder;
import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.mcp.argument.Arguments;
import dev.aidis.ingest.mcp.offer.Asking;
import dev.aidis.ingest.mcp.tool.Call;
import dev.aidis.ingest.session.ProjectSource;
import dev.aidis.ingest.session.TimelineText;
import dev.aidis.schemas.ActivityType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Announces clients in the log of activities. */
record PublishingAnnouncer(
    ProjectSource projects, ActivityRecorder recorder, Supplier<UUID> ids, InstantSource clock)
    implements Announcer {
  private static final Logger log = LoggerFactory.getLogger(PublishingAnnouncer.class);

  @Override
  public Work announce(Caller caller, String client) {
    Instant connectedAt = clock.instant();
    @Nullable String project = projects.choose(caller).orElse(null);
    Call connecting =
        new Call(
            Arguments.NONE, caller, connectedAt, client, project, Map.of(), ids, Asking.NOBODY);
    try {
      recorder.record(
          List.of(
              connecting
                  .activity(ActivityType.CLIENT_CONNECTED)
                  .description(TimelineText.of("Connected", client))
                  .build()));
    } catch (RuntimeException e) {
      log.warn("The connection of {} was not recorded: {}", client, e.getMessage());
    }
    return new Work(project, connectedAt);
  }
}
