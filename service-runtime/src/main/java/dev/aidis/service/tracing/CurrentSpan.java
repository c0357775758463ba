package dev.aidis.service.tracing;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Makes a span the current one of this thread, and its ids part of each line that is logged, until
 * closed. The names are those that OpenTelemetry gives them in logs of other formats than its own.
 */
final class CurrentSpan implements AutoCloseable {
  static final String TRACE_ID = "trace_id";
  static final String SPAN_ID = "span_id";

  private final Scope scope;
  private final @Nullable String outerTrace = MDC.get(TRACE_ID);
  private final @Nullable String outerSpan = MDC.get(SPAN_ID);

  @SuppressWarnings("MustBeClosedChecker") // it is closed with this
  CurrentSpan(Context context, SpanContext span) {
    scope = context.makeCurrent();
    MDC.put(TRACE_ID, span.getTraceId());
    MDC.put(SPAN_ID, span.getSpanId());
  }

  @Override
  public void close() {
    restore(TRACE_ID, outerTrace);
    restore(SPAN_ID, outerSpan);
    scope.close();
  }

  private static void restore(String name, @Nullable String outer) {
    if (outer == null) {
      MDC.remove(name);
    } else {
      MDC.put(name, outer);
    }
  }
}
