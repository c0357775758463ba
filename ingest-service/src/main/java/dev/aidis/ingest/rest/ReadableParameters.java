package dev.aidis.ingest.rest;

import dev.aidis.ingest.input.BadValues;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses requests with a parameter that no text can be equal to. */
final class ReadableParameters implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    request
        .getParameterMap()
        .forEach((name, values) -> Arrays.stream(values).forEach(value -> require(name, value)));
    return true;
  }

  private static void require(String name, String value) {
    BadValues.objection(name, value)
        .ifPresent(
            objection -> {
              throw new IllegalArgumentException(objection);
            });
  }
}
