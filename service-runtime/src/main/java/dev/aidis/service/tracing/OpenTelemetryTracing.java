package dev.aidis.service.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Traces by OpenTelemetry's SDK. */
public final class OpenTelemetryTracing implements Tracing {
  private static final String SCOPE = "dev.aidis";
  private static final long CLOSE_WITHIN_SECONDS = 2;

  /** Not baggage: what clients say there is for their own servers, and would stay in the log. */
  private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();

  private final OpenTelemetrySdk sdk;
  private final Tracer tracer;

  public OpenTelemetryTracing(OpenTelemetrySdk sdk) {
    this.sdk = sdk;
    this.tracer = sdk.getTracer(SCOPE);
  }

  @Override
  public boolean isOn() {
    return true;
  }

  @Override
  public Step within(Carrier message) {
    Context told = told(message);
    SpanContext span = spanIn(told);
    if (!span.isValid()) {
      return Step.NONE;
    }
    CurrentSpan current = new CurrentSpan(told, span);
    return current::close;
  }

  /** As the conventions for MCP have it: what the message tells goes before what surrounds it. */
  @Override
  public Step answering(String name, Carrier request) {
    Context told = told(request);
    SpanContext around = spanIn(Context.current());
    boolean isTold = spanIn(told).isValid();
    Context parent = isTold ? told : Context.current();
    SpanBuilder span = tracer.spanBuilder(name).setParent(parent).setSpanKind(SpanKind.SERVER);
    if (isTold && around.isValid()) {
      span.addLink(around);
    }
    return new SpanStep(span.startSpan(), parent, name).madeCurrent();
  }

  @Override
  public Step sending(String topic, int records) {
    Context parent = Context.current();
    if (!spanIn(parent).isValid()) {
      return Step.NONE;
    }
    String name = "send " + topic;
    SpanBuilder span = messaging(name, SpanKind.PRODUCER, parent, "send", topic);
    span.setAttribute("messaging.batch.message_count", records);
    return new SpanStep(span.startSpan(), parent, name).madeCurrent();
  }

  @Override
  public Step taking(Received record) {
    SpanStep step = begun(record);
    return step == null ? Step.NONE : step.madeCurrent();
  }

  @Override
  public Step takingTogether(List<Received> records) {
    List<Step> steps = new ArrayList<>();
    for (Received record : records) {
      SpanStep step = begun(record);
      if (step != null) {
        step.note("messaging.batch.message_count", records.size());
        steps.add(step);
      }
    }
    return steps.isEmpty() ? Step.NONE : new StepsTogether(steps);
  }

  private @Nullable SpanStep begun(Received record) {
    Context parent = told(record.headers());
    if (!spanIn(parent).isValid()) {
      return null;
    }
    String name = "process " + record.topic();
    SpanBuilder span = messaging(name, SpanKind.CONSUMER, parent, "process", record.topic());
    span.setAttribute("messaging.destination.partition.id", Integer.toString(record.partition()));
    span.setAttribute("messaging.kafka.offset", record.offset());
    return new SpanStep(span.startSpan(), parent, name);
  }

  private SpanBuilder messaging(
      String name, SpanKind kind, Context parent, String operation, String topic) {
    return tracer
        .spanBuilder(name)
        .setSpanKind(kind)
        .setParent(parent)
        .setAttribute("messaging.system", "kafka")
        .setAttribute("messaging.operation.name", operation)
        .setAttribute("messaging.operation.type", operation)
        .setAttribute("messaging.destination.name", topic);
  }

  @Override
  public void tell(BiConsumer<String, String> message) {
    Context current = Context.current();
    if (spanIn(current).isSampled()) {
      W3C.inject(current, message, (_, field, value) -> message.accept(field, value));
    }
  }

  @Override
  public <T> Supplier<T> carried(Supplier<T> work) {
    return Context.current().wrapSupplier(work);
  }

  @Override
  public void close() {
    sdk.shutdown().join(CLOSE_WITHIN_SECONDS, TimeUnit.SECONDS);
  }

  private static Context told(Carrier message) {
    return W3C.extract(Context.root(), message, Fields.READER);
  }

  private static SpanContext spanIn(Context context) {
    return Span.fromContext(context).getSpanContext();
  }

  /** Reads a {@link Carrier} as the SDK wants to. */
  private enum Fields implements TextMapGetter<Carrier> {
    READER;

    @Override
    public Iterable<String> keys(Carrier message) {
      return W3C.fields();
    }

    @Override
    public @Nullable String get(@Nullable Carrier message, String field) {
      return message == null ? null : message.field(field);
    }
  }
}
