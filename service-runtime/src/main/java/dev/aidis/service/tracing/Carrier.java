package dev.aidis.service.tracing;

import org.jspecify.annotations.Nullable;

/**
 * What a message says of the trace that it belongs to: headers of a request or of a record. What
 * cannot be understood counts as not said.
 */
@FunctionalInterface
public interface Carrier {

  /**
   * @param field {@code traceparent} or {@code tracestate}, of W3C Trace Context
   */
  @Nullable String field(String field);
}
