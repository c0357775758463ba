package dev.aidis.ingest.rest;

import dev.aidis.ingest.input.BadValues;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses requests with a parameter that no text can be equal to. Of forms nothing is asked: their
 * parameters are read from the body, which is the endpoint's.
 */
final class ReadableParameters implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!isForm(request)) {
      request
          .getParameterMap()
          .forEach((name, values) -> Arrays.stream(values).forEach(value -> require(name, value)));
    }
    return true;
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).contains("form");
  }

  private static void require(String name, String value) {
    BadValues.objection(name, value)
        .ifPresent(
            objection -> {
              throw new IllegalArgumentException(objection);
            });
  }
}
