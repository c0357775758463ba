package dev.aidis.ingest.rest;

import dev.aidis.ingest.activity.LoggedActivity;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes one owner's activities another's. They get ids of their own, the same each time: a tracker
 * may hold the activities of both.
 */
record NewOwner(String name) {

  LoggedActivity of(LoggedActivity logged) {
    Activity old = logged.activity();
    if (old.owner().equals(name)) {
      return logged;
    }
    Activity moved =
        old.toBuilder()
            .id(idFor(old.id()))
            .owner(name)
            .taskId(idOrNone(old.taskId()))
            .contextId(idOrNone(old.contextId()))
            .decisionId(idOrNone(old.decisionId()))
            .build();
    return new LoggedActivity(moved, logged.appendedAt());
  }

  private @Nullable UUID idOrNone(@Nullable UUID id) {
    return id == null ? null : idFor(id);
  }

  private UUID idFor(UUID id) {
    return Ids.nameBased("import:" + name + ":" + id);
  }
}
