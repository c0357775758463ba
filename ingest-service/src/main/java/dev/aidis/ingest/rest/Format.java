package dev.aidis.ingest.rest;

import dev.aidis.ingest.input.Suggestion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** What an answer is written in. */
enum Format {
  JSON(MediaType.APPLICATION_JSON_VALUE),
  TEXT(MediaType.TEXT_PLAIN_VALUE),
  ASCII(MediaType.TEXT_PLAIN_VALUE),
  MARKDOWN(MediaType.TEXT_MARKDOWN_VALUE),
  HTML(MediaType.TEXT_HTML_VALUE);

  private final String type;

  Format(String type) {
    this.type = type;
  }

  /** With its character set, where that is not known by itself. */
  MediaType mediaType() {
    return this == JSON ? type() : new MediaType(type(), StandardCharsets.UTF_8);
  }

  private MediaType type() {
    return MediaType.parseMediaType(type);
  }

  private String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format of that name, or else what the client accepts most of all.
   *
   * @param name of the parameter, which goes before the header
   * @param unless what a client gets that accepts anything
   * @throws IllegalArgumentException if there is no format of that name
   * @throws RefusedRequestException with status 406, if no format is accepted
   */
  static Format of(@Nullable String name, @Nullable String accept, Format unless) {
    if (name != null) {
      return named(name);
    }
    if (accept == null || accept.isBlank()) {
      return unless;
    }
    return accepted(accept)
        .flatMap(type -> chosen(type, unless))
        .orElseThrow(
            () ->
                new RefusedRequestException(
                    HttpStatus.NOT_ACCEPTABLE,
                    "Accept '%s' asks for what there is not; there are %s."
                        .formatted(Suggestion.abbreviate(accept), types())));
  }

  private static Format named(String name) {
    return Arrays.stream(values())
        .filter(
            format ->
                format.wireName().equalsIgnoreCase(name.equalsIgnoreCase("md") ? "markdown" : name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Suggestion.forUnknown(
                        "format", name, Arrays.stream(values()).map(Format::wireName).toList())));
  }

  /** The first type of the header, by its quality, that some format has. */
  private static Optional<MediaType> accepted(String accept) {
    try {
      List<MediaType> types = MediaType.parseMediaTypes(accept);
      MimeTypeUtils.sortBySpecificity(types);
      return types.stream()
          .filter(type -> type.getQualityValue() > 0)
          .sorted((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()))
          .filter(type -> Arrays.stream(values()).anyMatch(format -> type.includes(format.type())))
          .findFirst();
    } catch (InvalidMediaTypeException e) {
      throw new IllegalArgumentException(
          "Accept '%s' is not a list of media types: %s"
              .formatted(Suggestion.abbreviate(accept), e.getMessage()),
          e);
    }
  }

  private static Optional<Format> chosen(MediaType type, Format unless) {
    return type.includes(unless.type())
        ? Optional.of(unless)
        : Arrays.stream(values()).filter(format -> type.includes(format.type())).findFirst();
  }

  private static String types() {
    return String.join(
        ", ", Arrays.stream(values()).map(format -> format.type).distinct().toList());
  }
}
