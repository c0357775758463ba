package dev.aidis.cli.session;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Query;
import dev.aidis.cli.period.SinceConverter;
import dev.aidis.cli.period.UntilConverter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a command shows what it shows. */
final class ShowOptions {
  /** What output is written in. */
  enum Format {
    TEXT,
    MARKDOWN,
    HTML,
    JSON
  }

  /** Reads a format in any case, and md as people call it. */
  static final class FormatConverter implements ITypeConverter<Format> {
    @Override
    public Format convert(String text) {
      String name = text.toUpperCase(Locale.ROOT);
      return Arrays.stream(Format.values())
          .filter(format -> format.name().equals(name.equals("MD") ? "MARKDOWN" : name))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + text + "' is none of text, markdown (md), html and json"));
    }
  }

  @Option(names = "--json", description = "Print JSON: the same as --format json.")
  private boolean json;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      description = "Print text (the default), markdown (md), html or json.")
  private @Nullable Format format;

  @Option(
      names = "--ascii",
      negatable = true,
      description = "Print text in ASCII only (the default where the locale is not UTF-8).")
  private @Nullable Boolean ascii;

  @Option(
      names = "--color",
      negatable = true,
      description = "With or without colours (default: on a terminal, unless NO_COLOR is set).")
  private @Nullable Boolean color;

  @Option(
      names = "--tz",
      paramLabel = "ZONE",
      description = "Show times of a time zone, such as Europe/Berlin (default: this machine's).")
  private @Nullable ZoneId zone;

  /** Asks for it in this way. */
  Query ask(Query query, Surroundings surroundings) {
    Format wanted = format();
    boolean plain = ascii == null ? !surroundings.unicode() : ascii;
    query
        .with("format", wanted == Format.TEXT && plain ? "ascii" : name(wanted))
        .with("tz", zone(surroundings));
    if (wanted == Format.TEXT) {
      boolean colored = color == null ? surroundings.color() : color;
      query.with("width", surroundings.width()).with("color", colored ? true : null);
    }
    return query;
  }

  Format format() {
    if (json && format != null && format != Format.JSON) {
      throw CliException.usage("--json and --format " + name(format) + ": give one of them");
    }
    return json ? Format.JSON : format == null ? Format.TEXT : format;
  }

  private static String name(Format format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  private ZoneId zone(Surroundings surroundings) {
    return zone == null ? surroundings.clock().getZone() : zone;
  }

  /** A time as users write it, days being those of the zone. */
  @Nullable Instant since(@Nullable String told, Surroundings surroundings) {
    return told == null ? null : at("--since", told, surroundings);
  }

  /** The same for an end: a day is meant with all its hours. */
  @Nullable Instant until(@Nullable String told, Surroundings surroundings) {
    return told == null
        ? null
        : read("--until", () -> new UntilConverter(days(surroundings)).convert(told).time());
  }

  /** The time that an option tells. */
  Instant at(String option, String told, Surroundings surroundings) {
    return read(option, () -> new SinceConverter(days(surroundings)).convert(told));
  }

  private Clock days(Surroundings surroundings) {
    return surroundings.clock().withZone(zone(surroundings));
  }

  private static Instant read(String option, Supplier<Instant> time) {
    try {
      return time.get();
    } catch (TypeConversionException e) {
      throw CliException.usage(option + " " + e.getMessage());
    }
  }
}
