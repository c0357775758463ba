package dev.aidis.ingest.session;

import dev.aidis.ingest.input.Suggestion;
import dev.aidis.queries.SessionView;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.TrackerKey;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a session is named by. */
public sealed interface SessionRef {

  record ByNumber(String owner, long number) implements SessionRef {}

  record ById(String owner, UUID id) implements SessionRef {}

  /** The open session of a tracker key. */
  record Current(TrackerKey key) implements SessionRef {}

  /** The session that an activity belongs to. */
  record Of(Activity activity) implements SessionRef {}

  Pattern NUMBER = Pattern.compile("#?([0-9]{1,18})");
  Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /**
   * Reads {@code current}, a number or a UUID.
   *
   * @param key whose sessions are meant, and of which the current one
   * @throws IllegalArgumentException if the text is none of these
   */
  static SessionRef parse(String text, TrackerKey key) {
    if (text.equals("current")) {
      return new Current(key);
    }
    var number = NUMBER.matcher(text);
    if (number.matches()) {
      return new ByNumber(key.owner(), Long.parseLong(number.group(1)));
    }
    if (UUID_TEXT.matcher(text).matches()) {
      return new ById(key.owner(), UUID.fromString(text));
    }
    throw new IllegalArgumentException(
        "session '%s' must be a number such as 47, a UUID or current"
            .formatted(Suggestion.abbreviate(text)));
  }

  /** Whether it is that session's own name, and not that of one which was merged into it. */
  default boolean names(SessionView session) {
    return switch (this) {
      case ByNumber(String _, long number) -> number == session.number();
      case ById(String _, UUID id) -> id.equals(session.id());
      case Current _, Of _ -> true;
    };
  }
}
