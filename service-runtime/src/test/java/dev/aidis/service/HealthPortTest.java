package dev.aidis.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

class HealthPortTest {
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final AtomicBoolean works = new AtomicBoolean(true);
  private final HealthPort port =
      HealthPort.open("127.0.0.1", 0, metrics, () -> List.of(new Probe("postgres", works::get)));
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    http.close();
    port.close();
  }

  @Test
  void aServiceThatIsStartingLivesAndIsNotReady() throws IOException, InterruptedException {
    assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
    assertThat(get("/actuator/health").body()).isEqualTo("{\"status\":\"OUT_OF_SERVICE\"}");
  }

  @Test
  void aServiceThatHasStartedIsReadyAsLongAsItsProbesWork()
      throws IOException, InterruptedException {
    // Given
    start();

    // When / Then
    assertThat(get("/actuator/health/readiness").body())
        .isEqualTo("{\"status\":\"UP\",\"components\":{\"postgres\":{\"status\":\"UP\"}}}");
    works.set(false);
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
    assertThat(get("/actuator/health/readiness").body())
        .isEqualTo("{\"status\":\"DOWN\",\"components\":{\"postgres\":{\"status\":\"DOWN\"}}}");
    assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
  }

  @Test
  void aServiceThatIsStoppingIsNotReady() throws IOException, InterruptedException {
    // Given
    start();

    // When
    port.onApplicationEvent(new ContextClosedEvent(new GenericApplicationContext()));

    // Then
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
  }

  @Test
  void metricsAreToldAtThePathOfAllServices() throws IOException, InterruptedException {
    // Given
    metrics.counter("aidis.test").increment();

    // When / Then
    assertThat(get("/actuator/prometheus").body()).contains("aidis_test_total 1.0");
  }

  @Test
  void otherPathsAreNotFound() throws IOException, InterruptedException {
    assertThat(get("/actuator/health/else").statusCode()).isEqualTo(404);
  }

  @Test
  void aTakenPortIsToldWithItsSetting() {
    assertThatThrownBy(() -> HealthPort.open("127.0.0.1", port.port(), metrics, List::of))
        .hasMessage("management.server.port %d cannot be had: set it to a free one", port.port());
  }

  private void start() {
    port.onApplicationEvent(
        new ApplicationReadyEvent(
            new SpringApplication(),
            new String[0],
            new GenericApplicationContext(),
            Duration.ZERO));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port.port() + path);
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
