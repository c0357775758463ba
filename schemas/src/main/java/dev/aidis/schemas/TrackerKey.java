package dev.aidis.schemas;

/**
 * The unit of sessionization and the key of every Kafka record: one stream of work of one owner.
 *
 * @param owner whose sessions these are; 1 to 200 characters, no {@code /} and no control
 *     characters
 * @param workspace separates parallel streams of work of one owner; same bounds, {@link #MAIN}
 *     unless set
 */
public record TrackerKey(String owner, String workspace) {
  public static final String MAIN = "main";
  public static final int MAX_LENGTH = 200;

  public TrackerKey {
    requireName("owner", owner);
    requireName("workspace", workspace);
  }

  /**
   * Reads {@code owner/workspace}.
   *
   * @throws IllegalArgumentException if the text is not of that form
   */
  public static TrackerKey parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "tracker key '" + text + "' must be owner/workspace, for example ada/main");
    }
    return new TrackerKey(text.substring(0, slash), text.substring(slash + 1));
  }

  private static void requireName(String field, String value) {
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          field + " must have 1 to " + MAX_LENGTH + " characters, has " + value.length());
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '/' || Character.isISOControl(c)) {
        throw new IllegalArgumentException(
            "%s must contain neither '/' nor control characters, has U+%04X at %d"
                .formatted(field, (int) c, i));
      }
    }
  }

  /** {@code owner/workspace}, as it stands in a Kafka record's key. */
  @Override
  public String toString() {
    return owner + "/" + workspace;
  }
}
