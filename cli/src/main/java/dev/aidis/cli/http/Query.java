package dev.aidis.cli.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Puts a path with a query together. */
public final class Query {
  private final StringBuilder text;
  private char separator = '?';

  public Query(String path) {
    this.text = new StringBuilder(path);
  }

  /** Adds a path's next part. */
  public Query part(String part) {
    text.append('/').append(encoded(part));
    return this;
  }

  /** Adds a parameter, if it has a value. */
  public Query with(String name, @Nullable Object value) {
    if (value != null) {
      text.append(separator).append(name).append('=').append(encoded(value.toString()));
      separator = '&';
    }
    return this;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
