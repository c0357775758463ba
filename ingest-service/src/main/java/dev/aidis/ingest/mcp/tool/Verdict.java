package dev.aidis.ingest.mcp.tool;

import dev.aidis.schemas.ActivityLimits;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a session's goal was reached. */
enum Verdict {
  YES,
  PARTIAL,
  NO;

  /** The attribute of {@code goal_evaluated} that holds it. */
  static final String ATTRIBUTE = "verdict";

  private static final Pattern BEGINNING =
      Pattern.compile("^\\W*(YES|PARTIAL|NO)(?:LY)?\\b\\W*(.*)$", Pattern.DOTALL);

  /** With what it is founded on. */
  record Reasoned(Verdict verdict, String explanation) {}

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads what a model answers: the verdict first, and then the explanation. */
  static Optional<Reasoned> read(String text) {
    Matcher parts = BEGINNING.matcher(text.strip());
    if (!parts.matches() || parts.group(2).isBlank()) {
      return Optional.empty();
    }
    String explanation = parts.group(2).strip();
    return Optional.of(
        new Reasoned(
            valueOf(parts.group(1)),
            explanation.length() <= ActivityLimits.BODY
                ? explanation
                : explanation.substring(0, ActivityLimits.BODY)));
  }
}
