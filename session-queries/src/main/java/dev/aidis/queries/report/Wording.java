package dev.aidis.queries.report;

import dev.aidis.domain.Score;
import dev.aidis.queries.ActivityView;
import dev.aidis.queries.page.Symbol;
import dev.aidis.queries.page.Text;
import dev.aidis.queries.page.Tone;
import dev.aidis.schemas.TokenUsage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts values into words. */
final class Wording {
  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEEE, yyyy-MM-dd", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final int EXCELLENT = 80;
  private static final int GOOD = 60;
  private static final int DECENT = 40;

  private Wording() {}

  static String dateAndTime(Instant time, ZoneId zone) {
    return DATE_AND_TIME.format(time.atZone(zone));
  }

  static String date(Instant time, ZoneId zone) {
    return DATE.format(time.atZone(zone));
  }

  static String time(Instant time, ZoneId zone) {
    return TIME.format(time.atZone(zone));
  }

  /** Such as 45m, 1h 30m or 2d 3h. */
  static String duration(Duration duration) {
    if (duration.toDays() > 0) {
      return duration.toDays() + "d " + duration.toHoursPart() + "h";
    }
    if (duration.toHours() > 0) {
      return duration.toHours() + "h " + duration.toMinutesPart() + "m";
    }
    return Math.max(0, duration.toMinutes()) + "m";
  }

  /** Such as 1 item or 3 items. */
  static String count(long number, String singular) {
    return number + " " + singular + (number == 1 ? "" : "s");
  }

  /** With a plus before what is more than nothing. */
  static String signed(long number) {
    return (number > 0 ? "+" : "") + number;
  }

  /** With decimals only where they tell something. */
  static String decimal(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0
        ? number.toBigInteger().toString()
        : number.toPlainString();
  }

  /** Such as {@code 64.67/100}, in the tone of what it is worth. */
  static Text score(@Nullable BigDecimal score) {
    return score == null ? Text.of("n/a") : Text.of(decimal(score) + "/100").in(tone(score));
  }

  static Tone tone(@Nullable BigDecimal score) {
    double value = score == null ? 0 : score.doubleValue();
    return value >= GOOD ? Tone.GOOD : value >= DECENT ? Tone.FAIR : Tone.POOR;
  }

  /** A score in a table. */
  static Text points(@Nullable BigDecimal score) {
    return score == null ? Text.of("-") : Text.of(decimal(score)).in(tone(score));
  }

  static Text component(Score.Component component) {
    return Text.of(component.measured() ? decimal(component.points()) : "n/a");
  }

  /** Such as {@code 12.5 hours}. */
  static String hours(Duration duration) {
    return String.format(Locale.ROOT, "%.1f hours", duration.toMinutes() / 60.0);
  }

  /** Such as {@code 45 minutes}. */
  static String minutes(@Nullable Duration duration) {
    return duration == null ? "n/a" : count(Math.round(duration.toSeconds() / 60.0), "minute");
  }

  /** With one decimal. */
  static String tenths(BigDecimal number) {
    return number.setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  /** Such as {@code 480 in, 120 out, 4,000 from cache, 50 to cache, cost $0.0032}. */
  static String usage(TokenUsage usage) {
    return String.format(
        Locale.ROOT,
        "%,d in, %,d out%s%s, cost %s",
        usage.inputTokens(),
        usage.outputTokens(),
        cached(usage.cacheReadTokens(), "from cache"),
        cached(usage.cacheCreationTokens(), "to cache"),
        dollars(usage.costMicroUsd()));
  }

  private static String cached(long tokens, String where) {
    return tokens == 0 ? "" : String.format(Locale.ROOT, ", %,d %s", tokens, where);
  }

  /** Such as {@code $12.34}, and {@code $0.0032} of what is less than a dollar. */
  static String dollars(long micros) {
    BigDecimal dollars = BigDecimal.valueOf(micros, 6);
    int decimals = micros > 0 && micros < 1_000_000 ? 4 : 2;
    return "$" + dollars.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /** Such as {@code Mon 2026-03-02}. */
  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static String date(LocalDate day) {
    return DATE.format(day);
  }

  /** The plan's words for a score. */
  static Text judgement(@Nullable BigDecimal score) {
    double value = score == null ? 0 : score.doubleValue();
    return Text.of(
        value >= EXCELLENT
            ? "Excellent session!"
            : value >= GOOD
                ? "Good session"
                : value >= DECENT ? "Decent session" : "Room for improvement");
  }

  static Symbol judgementSymbol(@Nullable BigDecimal score) {
    double value = score == null ? 0 : score.doubleValue();
    return value >= EXCELLENT
        ? Symbol.STAR
        : value >= GOOD ? Symbol.THUMB : value >= DECENT ? Symbol.OKAY : Symbol.DOWN;
  }

  /** Such as {@code task created}. */
  static Text type(ActivityView activity) {
    return Text.told(activity.type().replace('_', ' '));
  }

  /** What an activity is about, in one line: as it was described, or what is known of it. */
  static Text about(ActivityView activity) {
    return Stream.of(activity.description(), activity.title(), activity.filePath(), activity.body())
        .map(words -> Text.told(words, ""))
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse(Text.EMPTY);
  }

  /** Such as {@code +12 -3}, or nothing where no lines were told. */
  static String lines(ActivityView activity) {
    Integer added = activity.linesAdded();
    Integer removed = activity.linesRemoved();
    return added == null && removed == null
        ? ""
        : "+%d -%d".formatted(added == null ? 0 : added, removed == null ? 0 : removed);
  }
}
