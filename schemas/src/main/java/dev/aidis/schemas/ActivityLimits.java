package dev.aidis.schemas;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of an activity's fields; what is outside them is refused with a sentence that names
 * field, value and bound.
 */
public final class ActivityLimits {
  /** Names and ids: owner, machine, client, project, model. */
  public static final int SHORT = 200;

  /** One-line texts: titles, descriptions, paths. */
  public static final int TEXT = 4_000;

  /** Goals, notes, contents and reasons. */
  public static final int BODY = 100_000;

  public static final int TAGS = 50;
  public static final int TAG = 64;
  public static final int ATTRIBUTES = 50;
  public static final int LINES = 100_000_000;

  /** Nothing happened before that: the time would be a mistake of units. */
  public static final Instant EARLIEST = Instant.EPOCH;

  public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /** A clock may be wrong by much more; what it said must still be a time that can be written. */
  public static final Instant LATEST_CLAIM = Instant.parse("9999-12-31T23:59:59.999Z");

  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_]{0,49}");

  private ActivityLimits() {}

  static void requireType(String type) {
    if (ActivityType.of(type) == ActivityType.OTHER && !TYPE.matcher(type).matches()) {
      throw new IllegalArgumentException(
          "type '"
              + abbreviate(type)
              + "' must be 1 to 50 lower-case letters, digits and underscores, such as task_created");
    }
  }

  static Instant requireTime(String field, Instant time) {
    return requireUpTo(LATEST, field, time);
  }

  static @Nullable Instant requireClaim(String field, @Nullable Instant time) {
    return time == null ? null : requireUpTo(LATEST_CLAIM, field, time);
  }

  private static Instant requireUpTo(Instant latest, String field, Instant time) {
    if (time.isBefore(EARLIEST) || time.isAfter(latest)) {
      throw new TimeOutOfRangeException(
          field + " " + time + " must lie between " + EARLIEST + " and " + latest);
    }
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  static void requireName(String field, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(field + " must not be blank");
    }
    requireShort(field, value);
  }

  static void requireShort(String field, @Nullable String value) {
    requireLength(field, value, SHORT);
  }

  static void requireText(String field, @Nullable String value) {
    requireLength(field, value, TEXT);
  }

  static void requireBody(String field, @Nullable String value) {
    requireLength(field, value, BODY);
  }

  static void requireLines(String field, @Nullable Integer lines) {
    if (lines != null && (lines < 0 || lines > LINES)) {
      throw new IllegalArgumentException(field + " " + lines + " must lie between 0 and " + LINES);
    }
  }

  static List<String> requireTags(List<String> tags) {
    if (tags.size() > TAGS) {
      throw new IllegalArgumentException("at most " + TAGS + " tags, not " + tags.size());
    }
    for (String tag : tags) {
      if (tag.isBlank() || tag.length() > TAG) {
        throw new IllegalArgumentException(
            "tag '" + abbreviate(tag) + "' must have 1 to " + TAG + " characters");
      }
      requireLength("tag", tag, TAG);
    }
    return List.copyOf(tags);
  }

  static Map<String, String> requireAttributes(Map<String, String> attributes) {
    if (attributes.size() > ATTRIBUTES) {
      throw new IllegalArgumentException(
          "at most " + ATTRIBUTES + " attributes, not " + attributes.size());
    }
    attributes.forEach(
        (name, value) -> {
          requireName("attribute name", name);
          requireText("attribute " + name, value);
        });
    return Map.copyOf(attributes);
  }

  private static void requireLength(String field, @Nullable String value, int max) {
    if (value == null) {
      return;
    }
    if (value.length() > max) {
      throw new IllegalArgumentException(
          field + " must have at most " + max + " characters, has " + value.length());
    }
    if (value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(field + " must not contain the character U+0000");
    }
  }

  private static String abbreviate(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
