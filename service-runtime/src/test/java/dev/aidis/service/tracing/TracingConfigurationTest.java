package dev.aidis.service.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class TracingConfigurationTest {
  private static final String ENDPOINT = "otel.exporter.otlp.endpoint";
  private static final String PROTOCOL = "otel.exporter.otlp.protocol";

  /** As the compose file hands on what nobody set. */
  private static final List<String> EMPTY =
      List.of(
          ENDPOINT,
          "otel.exporter.otlp.headers",
          "otel.traces.sampler",
          "otel.traces.sampler.arg",
          "otel.service.name");

  @AfterEach
  void forgetWhatWasSet() {
    EMPTY.forEach(System::clearProperty);
    System.clearProperty(PROTOCOL);
  }

  @Test
  void itIsOffUnlessItIsSwitchedOn() {
    try (ConfigurableApplicationContext context = started(Map.of())) {
      assertThat(context.getBean(Tracing.class)).isSameAs(Tracing.OFF);
      assertThat(context.getEnvironment().getProperty("logging.pattern.correlation")).isNull();
    }
  }

  @Test
  void whileOffNothingIsBegun() {
    // Given
    Tracing off = Tracing.OFF;
    Carrier told = Map.of("traceparent", RecordedSpans.TRACEPARENT)::get;
    Received record = new Received("topic", 0, 7, told);
    // When / Then
    assertThat(off.isOn()).isFalse();
    assertThat(
            List.of(
                off.within(told),
                off.answering("POST", told),
                off.sending("topic", 1),
                off.taking(record),
                off.takingTogether(List.of(record))))
        .containsOnly(Step.NONE);
    off.tell((field, value) -> assertThat(field).as("what is told").isNull());
  }

  @Test
  void withoutAnEndpointNothingIsExportedAndNoThreadIsThereForIt() {
    // Given
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (ConfigurableApplicationContext context = started(Map.of("aidis.tracing.enabled", true))) {
      // When
      context.getBean(Tracing.class).answering("POST", field -> null).close();
      // Then
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> !before.contains(thread))
          .extracting(Thread::getName)
          .noneMatch(name -> name.contains("SpanProcessor"));
      assertThat(context.getEnvironment().getProperty("logging.pattern.correlation"))
          .contains("trace_id");
    }
  }

  @Test
  void spansGoToTheEndpointUnderTheNameOfTheServiceBeforeItStops() throws IOException {
    // Given
    List<String> received = new CopyOnWriteArrayList<>();
    HttpServer collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.add(new String(body, StandardCharsets.ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    System.setProperty(ENDPOINT, "http://127.0.0.1:" + collector.getAddress().getPort());
    // When
    try (ConfigurableApplicationContext context = started(Map.of("aidis.tracing.enabled", true))) {
      context.getBean(Tracing.class).answering("POST", field -> null).close();
    } finally {
      collector.stop(0);
    }
    // Then
    assertThat(received).singleElement().asString().contains("aidis-test").contains("POST");
  }

  @Test
  void aCollectorThatIsAwayDelaysTheStopByNoMoreThanTwoSeconds() {
    // Given
    System.setProperty(ENDPOINT, "http://127.0.0.1:1");
    ConfigurableApplicationContext context = started(Map.of("aidis.tracing.enabled", true));
    context.getBean(Tracing.class).answering("POST", field -> null).close();

    // When
    long begun = System.nanoTime();
    context.close();

    // Then
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void variablesThatAreEmptyCountAsNotSet() {
    // Given
    for (String name : EMPTY) {
      System.setProperty(name, "");
    }

    // When
    try (ConfigurableApplicationContext context = started(Map.of("aidis.tracing.enabled", true))) {
      // Then
      assertThat(context.getBean(Tracing.class).isOn()).isTrue();
    }
  }

  @Test
  void aProtocolThatIsNotBuiltInIsRefusedWithASentence() {
    // Given
    System.setProperty(PROTOCOL, "grpc");

    // When, Then
    assertThatThrownBy(() -> started(Map.of("aidis.tracing.enabled", true)))
        .hasStackTraceContaining("OTEL_EXPORTER_OTLP_PROTOCOL is grpc");
  }

  private static ConfigurableApplicationContext started(Map<String, Object> properties) {
    return new SpringApplicationBuilder(TracingConfiguration.class)
        .properties("spring.application.name=aidis-test", "spring.main.banner-mode=off")
        .properties(properties)
        .run();
  }
}
