package dev.aidis.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.exporter.httpserver.MetricsHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Health and metrics of a service that runs alone and has no other HTTP, at the paths that the
 * ingest service has too: {@code /actuator/prometheus}, {@code /actuator/health/liveness} (this
 * process answers), {@code /actuator/health/readiness} (it has started, is not stopping, and all
 * its probes work) and {@code /actuator/health}, which is the latter. Answers 200 or 503. Safe for
 * use by several threads.
 */
public final class HealthPort implements ApplicationListener<ApplicationEvent>, AutoCloseable {
  private static final String METRICS = "/actuator/prometheus";
  private static final String HEALTH = "/actuator/health";
  private static final String UP = "UP";
  private static final String DOWN = "DOWN";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Supplier<List<Probe>> probes;
  private volatile boolean serving;

  private HealthPort(HttpServer server, Supplier<List<Probe>> probes) {
    this.server = server;
    this.probes = probes;
  }

  /**
   * Serves from now on; ready no sooner than the application is.
   *
   * @param port 0 for any free one
   * @param probes asked for once the application is ready
   * @throws IllegalStateException if the address is none of this machine
   * @throws UncheckedIOException if the port is taken
   */
  public static HealthPort open(
      String address, int port, PrometheusMeterRegistry metrics, Supplier<List<Probe>> probes) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), 0);
      HealthPort health = new HealthPort(server, probes);
      server.setExecutor(health.threads);
      server.createContext(METRICS, new MetricsHandler(metrics.getPrometheusRegistry()));
      server.createContext(HEALTH, health::answer);
      server.start();
      return health;
    } catch (UnknownHostException e) {
      throw new IllegalStateException(
          "management.server.address " + address + " is no address of this machine", e);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "management.server.port %d cannot be had: set it to a free one".formatted(port), e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void onApplicationEvent(ApplicationEvent event) {
    if (event instanceof ApplicationReadyEvent) {
      serving = true;
    } else if (event instanceof ContextClosedEvent) {
      serving = false;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestURI().getPath()) {
        case HEALTH, HEALTH + "/readiness" -> readiness(exchange);
        case HEALTH + "/liveness" -> send(exchange, 200, "{\"status\":\"UP\"}");
        default -> exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private void readiness(HttpExchange exchange) throws IOException {
    if (!serving) {
      send(exchange, 503, "{\"status\":\"OUT_OF_SERVICE\"}");
      return;
    }
    List<Finding> findings =
        probes.get().stream()
            .map(probe -> new Finding(probe.name(), probe.works().getAsBoolean() ? UP : DOWN))
            .toList();
    boolean ready = findings.stream().allMatch(finding -> finding.status.equals(UP));
    String components =
        findings.stream()
            .map(found -> "\"%s\":{\"status\":\"%s\"}".formatted(found.name, found.status))
            .collect(Collectors.joining(","));
    send(
        exchange,
        ready ? 200 : 503,
        "{\"status\":\"%s\",\"components\":{%s}}".formatted(ready ? UP : DOWN, components));
  }

  private record Finding(String name, String status) {}

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
