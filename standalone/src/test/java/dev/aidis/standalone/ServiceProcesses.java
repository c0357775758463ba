package dev.aidis.standalone;

import static org.awaitility.Awaitility.await;

import dev.aidis.ingest.IngestApplication;
import dev.aidis.processor.ProcessorApplication;
import dev.aidis.sink.SinkApplication;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The three services as processes of their own, told everything by environment variables. */
final class ServiceProcesses implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final String[] CLASS_PATH =
      System.getProperty("java.class.path").split(File.pathSeparator, -1);

  /** Of all services: which main class, and where it tells its health. */
  private enum Service {
    SINK(SinkApplication.class, "MANAGEMENT_SERVER_PORT"),
    PROCESSOR(ProcessorApplication.class, "MANAGEMENT_SERVER_PORT"),
    INGEST(IngestApplication.class, "SERVER_PORT");

    private final Class<?> main;
    private final String portVariable;

    Service(Class<?> main, String portVariable) {
      this.main = main;
      this.portVariable = portVariable;
    }
  }

  private final Map<Service, Map<String, String>> environments = new LinkedHashMap<>();
  private final Map<Service, Integer> ports = new LinkedHashMap<>();
  private final Map<Service, Process> processes = new LinkedHashMap<>();
  private final Path directory;

  /**
   * @param common variables of all services
   * @param sink variables of the sink
   * @param ingest variables of the ingest service
   * @param directory for stores and for what the services print
   */
  ServiceProcesses(
      Map<String, String> common,
      Map<String, String> sink,
      Map<String, String> ingest,
      Path directory) {
    this.directory = directory;
    environments.put(Service.SINK, merged(common, sink));
    environments.put(
        Service.PROCESSOR,
        merged(common, Map.of("AIDIS_PROCESSOR_STATE_DIR", directory.resolve("state").toString())));
    environments.put(Service.INGEST, merged(common, ingest));
    environments.forEach(
        (service, environment) -> {
          int port = FreePorts.next();
          ports.put(service, port);
          environment.put(service.portVariable, Integer.toString(port));
        });
  }

  /** Where the ingest service answers. */
  String http() {
    return "http://127.0.0.1:" + ports.get(Service.INGEST);
  }

  /** Starts all of them, and returns when all are ready. */
  void start() throws IOException {
    for (Service service : Service.values()) {
      processes.put(service, launched(service));
    }
    for (Service service : Service.values()) {
      await(service + " is ready")
          .atMost(PATIENCE)
          .failFast(service + " ended", () -> !process(service).isAlive())
          .until(() -> status(service, "readiness") == 200);
    }
  }

  /**
   * Asks each to stop, the ingest service first, and returns when they have.
   *
   * @return how long each took
   */
  Map<String, Duration> stop() throws InterruptedException {
    Map<String, Duration> times = new LinkedHashMap<>();
    for (Service service : List.of(Service.INGEST, Service.PROCESSOR, Service.SINK)) {
      long begun = System.nanoTime();
      Process process = process(service);
      process.destroy();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException(service + " does not stop");
      }
      times.put(service.name(), Duration.ofNanos(System.nanoTime() - begun));
    }
    return times;
  }

  /** The HTTP status of each service's liveness; 0 if it does not answer. */
  List<Integer> liveness() {
    return processes.keySet().stream().map(service -> status(service, "liveness")).toList();
  }

  /** The lines that each printed, which is its log. */
  Map<String, List<String>> printed() throws IOException {
    Map<String, List<String>> printed = new LinkedHashMap<>();
    for (Service service : processes.keySet()) {
      printed.put(service.name(), Files.readAllLines(printedBy(service)));
    }
    return printed;
  }

  private Path printedBy(Service service) {
    return directory.resolve(service + ".out");
  }

  @Override
  public void close() {
    processes.values().forEach(Process::destroyForcibly);
  }

  private Process process(Service service) {
    return Objects.requireNonNull(processes.get(service));
  }

  private Process launched(Service service) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    Map<String, String> environment = Objects.requireNonNull(environments.get(service));
    command.addAll(List.of("-cp", classPath(environment), service.main.getName()));
    File printed = printedBy(service).toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(printed));
    builder.environment().putAll(environment);
    return builder.start();
  }

  /**
   * Without this module, whose logging is that of one JVM for all, and without what is needed for
   * traces only, unless they are wanted: else a service would show here that it loads it.
   */
  private static String classPath(Map<String, String> environment) {
    boolean traced = environment.containsKey("AIDIS_TRACING_ENABLED");
    return Arrays.stream(CLASS_PATH)
        .filter(entry -> !entry.contains("standalone" + File.separator + "target"))
        .filter(
            entry ->
                traced || !Path.of(entry).getFileName().toString().startsWith("opentelemetry-"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private int status(Service service, String probe) {
    URI uri =
        URI.create("http://127.0.0.1:%d/actuator/health/%s".formatted(ports.get(service), probe));
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static Map<String, String> merged(Map<String, String> some, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(others);
    return all;
  }
}
