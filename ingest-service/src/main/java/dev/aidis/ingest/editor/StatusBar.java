package dev.aidis.ingest.editor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The answer of WakaTime's status bar; the words are those its plugins show. */
record StatusBar(@JsonProperty("cached_at") Instant cachedAt, Data data) {

  static StatusBar of(Duration active, Instant now, ZoneId zone) {
    LocalDate day = now.atZone(zone).toLocalDate();
    return new StatusBar(
        now,
        new Data(
            active.isZero() ? List.of() : List.of(Total.of(active, "Coding", 100.0)),
            Total.of(active, null, null),
            new Range(
                day,
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1),
                "Today",
                zone)));
  }

  record Data(
      List<Total> categories,
      @JsonProperty("grand_total") Total grandTotal,
      Range range,
      List<Total> dependencies,
      List<Total> editors,
      List<Total> languages,
      List<Total> machines,
      @JsonProperty("operating_systems") List<Total> operatingSystems,
      List<Total> projects) {

    private Data(List<Total> categories, Total grandTotal, Range range) {
      this(
          categories,
          grandTotal,
          range,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }
  }

  record Range(LocalDate date, Instant start, Instant end, String text, ZoneId timezone) {}

  /**
   * @param decimal hours, such as {@code 2.28}
   * @param digital such as {@code 2:17}
   * @param text such as {@code 2 hrs 17 mins}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Total(
      String decimal,
      String digital,
      long hours,
      int minutes,
      int seconds,
      String text,
      @JsonProperty("total_seconds") long totalSeconds,
      @Nullable String name,
      @Nullable Double percent) {

    private static Total of(Duration time, @Nullable String name, @Nullable Double percent) {
      return new Total(
          String.format(Locale.ROOT, "%.2f", time.toMinutes() / 60.0),
          "%d:%02d".formatted(time.toHours(), time.toMinutesPart()),
          time.toHours(),
          time.toMinutesPart(),
          time.toSecondsPart(),
          words(time),
          time.toSeconds(),
          name,
          percent);
    }

    private static String words(Duration time) {
      if (time.toMinutes() == 0) {
        return count(time.toSeconds(), "sec");
      }
      String minutes = count(time.toMinutesPart(), "min");
      return time.toHours() == 0 ? minutes : count(time.toHours(), "hr") + " " + minutes;
    }

    private static String count(long number, String unit) {
      return number + " " + unit + (number == 1 ? "" : "s");
    }
  }
}
