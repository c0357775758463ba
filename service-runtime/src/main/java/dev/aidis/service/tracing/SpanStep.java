package dev.aidis.service.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A span, and the line that tells of it. */
final class SpanStep implements Step {
  private static final Logger log = LoggerFactory.getLogger(Step.class);

  private final Span span;
  private final Context context;
  private final long begunNanos = System.nanoTime();
  private String name;
  private @Nullable String failure;
  private @Nullable CurrentSpan current;

  SpanStep(Span span, Context parent, String name) {
    this.span = span;
    this.context = parent.with(span);
    this.name = name;
  }

  SpanStep madeCurrent() {
    current = new CurrentSpan(context, span.getSpanContext());
    return this;
  }

  @Override
  public void rename(String newName) {
    name = newName;
    span.updateName(newName);
  }

  @Override
  public void note(String attribute, String value) {
    span.setAttribute(attribute, value);
  }

  @Override
  public void note(String attribute, long value) {
    span.setAttribute(attribute, value);
  }

  @Override
  public void failed(String kind) {
    failure = kind;
    span.setAttribute("error.type", kind);
    span.setStatus(StatusCode.ERROR);
  }

  @Override
  public void close() {
    try (CurrentSpan _ =
        current == null ? new CurrentSpan(context, span.getSpanContext()) : current) {
      if (span.getSpanContext().isSampled()) {
        logEnd();
      }
    } finally {
      span.end();
    }
  }

  private void logEnd() {
    long millis = Duration.ofNanos(System.nanoTime() - begunNanos).toMillis();
    if (failure == null) {
      log.info("{} took {} ms", name, millis);
    } else {
      log.info("{} failed after {} ms: {}", name, millis, failure);
    }
  }
}
