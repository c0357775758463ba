package dev.aidis.cli.deadletter;

import dev.aidis.cli.Printable;
import dev.aidis.cli.http.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A dead letter for a person to read. */
final class LetterText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final Json letter;
  private final ZoneId zone;

  LetterText(Json letter, ZoneId zone) {
    this.letter = letter;
    this.zone = zone;
  }

  /** Three lines. */
  String inList() {
    return """
    %s  %s  %s (%s)
      %s
      key %s, from %s
    """
        .formatted(place(), time(), text("reason"), text("stage"), text("detail"), key(), source());
  }

  /** Everything. */
  String whole() {
    return """
    dead letter  %s
    when         %s
    reason       %s
    detail       %s
    given up by  %s
    record       %s
    key          %s
    value        %,d bytes%s
    """
            .formatted(
                place(),
                time(),
                text("reason"),
                text("detail"),
                text("stage"),
                source(),
                key(),
                letter.number("valueBytes"),
                cut())
        + value();
  }

  private String place() {
    return letter.number("partition") + ":" + letter.number("offset");
  }

  private String time() {
    return Instant.parse(letter.text("at", "1970-01-01T00:00:00Z")).atZone(zone).format(TIME);
  }

  private String text(String name) {
    String text = Printable.of(letter.text(name, ""));
    return text.isEmpty() ? "unknown" : text;
  }

  private String key() {
    String key = letter.text("key");
    return key == null ? "none" : Printable.of(key);
  }

  private String source() {
    Json source = letter.object("source");
    return source.names().isEmpty()
        ? "an unknown place"
        : "%s, partition %d, offset %d"
            .formatted(
                Printable.of(source.text("topic", "")),
                source.number("partition"),
                source.number("offset"));
  }

  private String cut() {
    String cut = letter.text("cut");
    return cut == null ? "" : "; the record had a " + Printable.of(cut);
  }

  private String value() {
    @Nullable String text = letter.text("valueText");
    String shown = text == null ? letter.text("valueHex", "") : text;
    return shown.isEmpty() ? "" : "\n" + Printable.of(shown) + "\n";
  }
}
