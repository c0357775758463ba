package dev.aidis.sink;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Serves the metrics of a service that runs alone and has no other HTTP. */
final class MetricsPort implements AutoCloseable {
  private static final String PATH = "/actuator/prometheus";

  private final HTTPServer server;

  private MetricsPort(HTTPServer server) {
    this.server = server;
  }

  /**
   * Serves {@code /actuator/prometheus}.
   *
   * @param port 0 for any free one
   * @throws IllegalStateException if the address is none of this machine
   * @throws UncheckedIOException if the port is taken
   */
  static MetricsPort open(String address, int port, PrometheusMeterRegistry metrics) {
    try {
      return new MetricsPort(
          HTTPServer.builder()
              .inetAddress(InetAddress.getByName(address))
              .port(port)
              .metricsHandlerPath(PATH)
              .registry(metrics.getPrometheusRegistry())
              .buildAndStart());
    } catch (UnknownHostException e) {
      throw new IllegalStateException(
          "management.server.address " + address + " is no address of this machine", e);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "management.server.port %d cannot be had: set it to a free one".formatted(port), e);
    }
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
