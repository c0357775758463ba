package dev.aidis.ingest.rest;

import dev.aidis.ingest.input.Suggestion;
import dev.aidis.queries.page.Drawing;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads from the header {@code Accept} and the parameters {@code format}, {@code width}, {@code
 * color} and {@code tz} how an answer is wanted.
 *
 * @param zone of clients that do not tell theirs
 */
record PresentationResolver(ZoneId zone) implements HandlerMethodArgumentResolver {
  private static final int DEFAULT_WIDTH = 80;
  private static final int GREATEST_WIDTH = 500;

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Presentation.class;
  }

  @Override
  public Presentation resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Drawn drawn = parameter.getParameterAnnotation(Drawn.class);
    Format format =
        Format.of(
            request.getParameter("format"),
            request.getHeader(HttpHeaders.ACCEPT),
            drawn == null ? Format.JSON : drawn.unless());
    return new Presentation(format, zone(request.getParameter("tz")), drawing(format, request));
  }

  private ZoneId zone(@Nullable String told) {
    try {
      return told == null ? zone : ZoneId.of(told);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "tz '%s' is not a time zone: write one such as Europe/Berlin or +02:00"
              .formatted(Suggestion.abbreviate(told)),
          e);
    }
  }

  private static Drawing drawing(Format format, NativeWebRequest request) {
    return switch (format) {
      case MARKDOWN -> new Drawing.Markdown();
      case HTML -> new Drawing.Html();
      case JSON, TEXT, ASCII ->
          new Drawing.Lines(
              width(request.getParameter("width")),
              format == Format.ASCII,
              color(request.getParameter("color")));
    };
  }

  /** A terminal that is too narrow or too wide to draw for gets the next that is not. */
  private static int width(@Nullable String told) {
    if (told != null && !told.matches("-?\\d{1,9}")) {
      throw new IllegalArgumentException(
          "width '%s' must be a number of columns, such as 80"
              .formatted(Suggestion.abbreviate(told)));
    }
    int width = told == null ? DEFAULT_WIDTH : Integer.parseInt(told);
    return Math.clamp(width, Drawing.Lines.LEAST_WIDTH, GREATEST_WIDTH);
  }

  private static boolean color(@Nullable String told) {
    if (told != null && !told.equals("true") && !told.equals("false")) {
      throw new IllegalArgumentException(
          "color '%s' must be true or false".formatted(Suggestion.abbreviate(told)));
    }
    return "true".equals(told);
  }
}
