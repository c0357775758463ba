package dev.aidis.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;

/**
 * The containers of deploy/compose.yaml under a project name of their own, with volumes that go with
 * them. Its images must be built; see docs/deploying.md.
 */
public final class Compose implements AutoCloseable {
  private static final Path DEPLOY = Path.of("../deploy").toAbsolutePath().normalize();
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final List<String> command = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private final int kafka;
  private final int postgres;
  private final int ingest;

  /**
   * @param name of the project
   * @param cluster whether three brokers run
   * @param partitions of each topic
   */
  public Compose(String name, boolean cluster, int partitions) {
    command.addAll(program());
    command.addAll(List.of("-p", name, "-f", DEPLOY.resolve("compose.yaml").toString()));
    command.addAll(List.of("-f", Path.of("src/containers/compose.test.yaml").toString()));
    if (cluster) {
      command.addAll(List.of("--env-file", DEPLOY.resolve("cluster.env").toString()));
    }
    kafka = FreePorts.next();
    postgres = FreePorts.next();
    ingest = FreePorts.next();
    environment.put("AIDIS_TEST_KAFKA_1", Integer.toString(kafka));
    environment.put("AIDIS_TEST_KAFKA_2", Integer.toString(kafka + 1));
    environment.put("AIDIS_TEST_KAFKA_3", Integer.toString(kafka + 2));
    environment.put("AIDIS_TEST_POSTGRES", Integer.toString(postgres));
    environment.put("AIDIS_PORTS", ingest + "-" + (ingest + 2));
    environment.put("AIDIS_OWNER", "ada");
    environment.put("AIDIS_RATE_LIMIT", "0");
    environment.put("AIDIS_PARTITIONS", Integer.toString(partitions));
  }

  /** Lays another compose file over these. */
  public Compose over(String file) {
    command.addAll(List.of("-f", Path.of(file).toString()));
    return this;
  }

  /** Sets a variable that the compose file asks for, from now on. */
  public Compose with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Skips the test that calls it, with the reason, where there is no Docker or no image. */
  public static void assumeDocker() {
    assumeImages("latest", "docker compose -f deploy/compose.yaml build");
  }

  /**
   * The same, of images of a version.
   *
   * @param howToMake a command that the reason tells
   */
  public static void assumeImages(String version, String howToMake) {
    try {
      Assumptions.assumeTrue(
          run(List.of("docker", "info"), Map.of()).code == 0,
          "skipped: Docker does not answer; start its daemon to run the tests of containers");
      for (String image : List.of("ingest-service", "stream-processor", "session-sink")) {
        Assumptions.assumeTrue(
            run(List.of("docker", "image", "inspect", "aidis/" + image + ":" + version), Map.of())
                    .code
                == 0,
            "skipped: build the images first: " + howToMake);
      }
    } catch (UncheckedIOException e) {
      Assumptions.abort("skipped: there is no Docker here");
    }
  }

  /** Starts what is not started, and returns when all is healthy. */
  public void up(String... more) {
    run(List.of(DEPLOY.resolve("secrets/make").toString()), Map.of()).orThrow();
    List<String> up = new ArrayList<>(List.of("up", "-d", "--no-build"));
    up.addAll(List.of(more));
    compose(up.toArray(String[]::new));
    awaitHealthy();
  }

  public void restart(String... services) {
    List<String> restart = new ArrayList<>(List.of("restart"));
    restart.addAll(List.of(services));
    compose(restart.toArray(String[]::new));
    awaitHealthy();
  }

  /** The ids of a service's containers. */
  public List<String> containersOf(String service) {
    return compose("ps", "-q", service).lines().toList();
  }

  /** What {@code docker} says. */
  public static String docker(String... arguments) {
    List<String> docker = new ArrayList<>(List.of("docker"));
    docker.addAll(List.of(arguments));
    return run(docker, Map.of()).orThrow();
  }

  /** What a container has written to its outputs, the end of it. */
  public String logs(String container) {
    return run(List.of("sh", "-c", "docker logs --tail 2000 " + container + " 2>&1"), Map.of())
        .orThrow();
  }

  /** Waits until no container is starting or ill. */
  public void awaitHealthy() {
    List<String> look =
        new ArrayList<>(List.of("inspect", "-f", "{{.State.Health.Status}}"));
    look.addAll(compose("ps", "-q").lines().toList());
    await("all containers to be healthy")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> docker(look.toArray(String[]::new)).lines().allMatch("healthy"::equals));
  }

  public String kafka() {
    return IntStream.range(0, 3)
        .mapToObj(number -> "127.0.0.1:" + (kafka + number))
        .collect(Collectors.joining(","));
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:%d/aidis".formatted(postgres);
  }

  /** Where the ingest services answer: as many as there are. */
  public List<String> https() {
    return containersOf("ingest-service").stream()
        .map(id -> docker("port", id, "8080").lines().findFirst().orElseThrow())
        .map(address -> "http://" + address)
        .toList();
  }

  /**
   * Where ingest services may answer: a container that starts again takes the next free port of the
   * range, so that one of these is mostly refused.
   */
  public List<String> everyHttp() {
    return IntStream.range(0, 3).mapToObj(number -> "http://127.0.0.1:" + (ingest + number)).toList();
  }

  public static String secret(String name) {
    try {
      return Files.readString(DEPLOY.resolve("secrets").resolve(name)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A tracker's place, with the role that writes. */
  Place place() {
    return new Place(
        https().getFirst(),
        secret("administrator_token"),
        jdbcUrl(),
        "aidis_sink",
        secret("sink_password"));
  }

  public String compose(String... arguments) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    return run(all, environment).orThrow();
  }

  /** Leaves nothing, volumes neither. */
  @Override
  public void close() {
    compose("down", "-v", "--timeout", "10");
  }

  private static List<String> program() {
    boolean second = run(List.of("docker", "compose", "version"), Map.of()).code == 0;
    return second ? List.of("docker", "compose") : List.of("docker-compose");
  }

  private record Ended(List<String> command, int code, String output) {
    String orThrow() {
      if (code != 0) {
        throw new IllegalStateException(
            String.join(" ", command) + " ended with " + code + ": " + output);
      }
      return output;
    }
  }

  private static Ended run(List<String> command, Map<String, String> environment) {
    try {
      Path errors = Files.createTempFile("compose", ".err");
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      int code = process.waitFor();
      String told = code == 0 ? output : output + Files.readString(errors);
      Files.delete(errors);
      return new Ended(command, code, Objects.requireNonNull(told));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
