package dev.aidis.service.tracing;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers spans that ended, in that order. */
public final class RecordedSpans implements SpanExporter {
  /** What clients tell in the tests. */
  public static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  public static final String SPAN = "00f067aa0ba902b7";
  public static final String TRACEPARENT = "00-" + TRACE + "-" + SPAN + "-01";

  private final List<SpanData> ended = new CopyOnWriteArrayList<>();

  /** Tracing that ends up here. */
  public Tracing tracing() {
    return tracing(Sampler.parentBased(Sampler.alwaysOn()));
  }

  Tracing tracing(Sampler sampler) {
    return new OpenTelemetryTracing(
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .setSampler(sampler)
                    .addSpanProcessor(SimpleSpanProcessor.create(this))
                    .build())
            .build());
  }

  public List<SpanData> all() {
    return List.copyOf(ended);
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    ended.addAll(spans);
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
