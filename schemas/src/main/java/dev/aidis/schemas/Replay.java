package dev.aidis.schemas;

import java.util.regex.Pattern;

/**
 * One reading of {@link Topics#ACTIVITIES} from its start, beside the one that goes on. All topics
 * and the group that belong to it begin with {@link #PREFIX}.
 *
 * @param name 1 to 40 lower-case letters, digits and hyphens; a new one for each replay
 */
public record Replay(String name) {
  public static final String PREFIX = "aidis-rebuild-";

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

  public Replay {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "replay '" + name + "' must have 1 to 40 lower-case letters, digits and hyphens");
    }
  }

  /** Names the consumer group and the internal topics. */
  public String applicationId() {
    return PREFIX + name;
  }

  /** Where its updates go, in the place of {@link Topics#SESSION_UPDATES}. */
  public String updatesTopic() {
    return PREFIX + name + "-updates";
  }
}
