package dev.aidis.ingest.editor;

import dev.aidis.schemas.ActivityLimits;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A heartbeat as WakaTime's plugins send it; source: wakatime.com/developers#heartbeats and
 * wakatime-cli. What is optional there is absent where it is not told, or not as it should be.
 *
 * @param entity the file, the app, the domain or the address that the heartbeat is about
 * @param rootParts how many parts of a file's path its project's folder has; 0 if not told
 * @param ai lines changed by an AI since the heartbeat before: fewer lines if negative
 * @param human lines changed by typing, or as older plugins tell them without saying by whom
 */
record Heartbeat(
    String entity,
    String type,
    String category,
    Instant time,
    @Nullable String project,
    int rootParts,
    @Nullable String branch,
    @Nullable String language,
    boolean write,
    Lines ai,
    Lines human) {
  private static final String FILE = "file";
  private static final Set<String> TYPES = Set.of(FILE, "app", "url", "domain");
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

  /** Lines added and removed. */
  record Lines(int added, int removed) {
    static final Lines NONE = new Lines(0, 0);

    boolean isNone() {
      return added == 0 && removed == 0;
    }

    /** More lines, or fewer. */
    private static Lines of(int change) {
      return new Lines(Math.max(change, 0), Math.max(-change, 0));
    }
  }

  /**
   * @throws RefusedHeartbeatException that says which field is wrong
   */
  static Heartbeat of(JsonNode json) {
    String type = json.path("type").asString(FILE);
    if (!TYPES.contains(type)) {
      throw new RefusedHeartbeatException("type", "Must be one of: file, app, url, domain.");
    }
    JsonNode write = json.path("is_write");
    return new Heartbeat(
        entity(json.path("entity")),
        type,
        name(json, "category") == null ? "coding" : String.valueOf(name(json, "category")),
        time(json.path("time")),
        name(json, "project"),
        Math.max(0, json.path("project_root_count").asInt(0)),
        name(json, "branch"),
        name(json, "language"),
        write.isBoolean() && write.booleanValue(),
        Lines.of(lines(json, "ai_line_changes")),
        human(json));
  }

  private static Lines human(JsonNode json) {
    return json.path("human_line_changes").isIntegralNumber()
        ? Lines.of(lines(json, "human_line_changes"))
        : new Lines(
            Math.max(0, lines(json, "line_additions")), Math.max(0, lines(json, "line_deletions")));
  }

  private static int lines(JsonNode json, String field) {
    JsonNode lines = json.path(field);
    boolean possible =
        lines.isIntegralNumber()
            && lines.canConvertToInt()
            && Math.abs((long) lines.intValue()) <= ActivityLimits.LINES;
    return possible ? lines.intValue() : 0;
  }

  private static String entity(JsonNode told) {
    String entity = told.isString() ? told.stringValue().strip() : "";
    if (entity.isEmpty()) {
      throw new RefusedHeartbeatException("entity", "This field is required.");
    }
    if (entity.length() > ActivityLimits.TEXT || entity.chars().anyMatch(Character::isISOControl)) {
      throw new RefusedHeartbeatException(
          "entity",
          "Must have at most " + ActivityLimits.TEXT + " characters and no control characters.");
    }
    return entity;
  }

  private static Instant time(JsonNode told) {
    if (!told.isNumber()) {
      throw new RefusedHeartbeatException("time", "This field is required.");
    }
    try {
      BigDecimal seconds = new BigDecimal(told.asString());
      if (seconds.precision() - seconds.scale() <= 12) {
        BigDecimal[] parts = seconds.divideAndRemainder(BigDecimal.ONE);
        Instant time =
            Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].multiply(NANOS).longValue());
        if (!time.isBefore(ActivityLimits.EARLIEST) && !time.isAfter(ActivityLimits.LATEST)) {
          return time;
        }
      }
    } catch (NumberFormatException | DateTimeException e) {
      throw new RefusedHeartbeatException("time", "Must be seconds since 1970.", e);
    }
    throw new RefusedHeartbeatException("time", "Must be seconds since 1970, up to the year 2200.");
  }

  private static @Nullable String name(JsonNode json, String field) {
    JsonNode told = json.path(field);
    String name = told.isString() ? told.stringValue().replace('\0', ' ').strip() : "";
    return name.isEmpty() ? null : name.substring(0, Math.min(name.length(), ActivityLimits.SHORT));
  }

  boolean isOfFile() {
    return type.equals(FILE);
  }

  boolean isOfAi() {
    return category.equals("ai coding");
  }
}
