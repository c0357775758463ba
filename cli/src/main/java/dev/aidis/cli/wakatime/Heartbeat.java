package dev.aidis.cli.wakatime;

import dev.aidis.cli.http.Json;
import dev.aidis.cli.intake.NewActivity;
import dev.aidis.schemas.ActivityLimits;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Ids;
import dev.aidis.schemas.TrackerKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One heartbeat of WakaTime: its time is in seconds since 1970 with a fraction, what it is about a
 * file, an app or a domain.
 */
record Heartbeat(Json json) {
  private static final String CLIENT = "wakatime";

  /** Absent if it is none that can be. */
  @Nullable Instant at() {
    try {
      BigDecimal seconds = new BigDecimal(json.text("time", ""));
      Instant at = Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
      return at.isBefore(ActivityLimits.EARLIEST) || at.isAfter(ActivityLimits.LATEST) ? null : at;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  Optional<String> project() {
    return Optional.ofNullable(json.text("project")).filter(name -> !name.isBlank());
  }

  /**
   * @param machines their names by the ids that WakaTime gave them
   */
  NewActivity activity(Instant at, TrackerKey owner, Map<String, String> machines) {
    String machine = json.text("machine_name_id");
    String entity = json.text("entity", "");
    NewActivity activity =
        new NewActivity(
                Ids.nameBased("wakatime:" + owner + ":" + name()),
                ActivityType.HEARTBEAT.wireName(),
                at)
            .name("client", CLIENT)
            .name("machine", machine == null ? null : machines.getOrDefault(machine, machine))
            .name("project", project().orElse(null))
            .text("branch", json.text("branch"))
            .description(entity);
    if (isFile()) {
      activity.text("filePath", entity);
    }
    if ("ai coding".equals(json.text("category"))) {
      activity.aiInvolved();
    }
    for (String told : new String[] {"entity", "type", "category", "language", "is_write"}) {
      activity.attribute(told, json.text(told));
    }
    return activity;
  }

  boolean isFile() {
    return !json.text("entity", "").isBlank() && "file".equals(json.text("type", "file"));
  }

  /** Exports of long ago have no ids; then it is what it says, at its time. */
  private String name() {
    String id = json.text("id");
    return id == null
        ? String.join(
            "|",
            json.text("time", ""),
            json.text("type", ""),
            json.text("entity", ""),
            json.text("project", ""),
            json.text("branch", ""))
        : id;
  }
}
