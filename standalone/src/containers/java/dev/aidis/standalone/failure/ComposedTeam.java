package dev.aidis.standalone.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.domain.SessionRules;
import dev.aidis.standalone.Compose;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Containers of a team's tracker, told over REST, and what is needed to judge it. */
final class ComposedTeam implements Evidence, AutoCloseable {
  static final List<String> BROKERS = List.of("kafka", "kafka-2", "kafka-3");

  private final Compose compose;
  private final Verdict verdict;
  private final UpdatesTopic updates;
  private final HttpTelling telling;

  /** Three brokers and two of each service. */
  ComposedTeam(Compose compose, Clock clock) {
    this.compose = compose;
    try {
      up();
    } catch (IllegalStateException e) {
      compose.close();
      throw e;
    }
    verdict = new Verdict(this, SessionRules.DEFAULT, clock);
    updates = new UpdatesTopic(compose.kafka(), clock);
    telling = new HttpTelling(https(), token());
  }

  /** Starts what is not there; what is there stays as it is. */
  void up() {
    compose.up(
        "--no-recreate",
        "--scale",
        "session-sink=2",
        "--scale",
        "stream-processor=2",
        "--scale",
        "ingest-service=2");
  }

  static String token() {
    return Compose.secret("administrator_token");
  }

  Compose compose() {
    return compose;
  }

  UpdatesTopic updates() {
    return updates;
  }

  HttpTelling telling() {
    return telling;
  }

  List<String> https() {
    return compose.everyHttp();
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        compose.jdbcUrl(), "aidis_sink", Compose.secret("sink_password"));
  }

  @Override
  public String bootstrapServers() {
    return compose.kafka();
  }

  @Override
  public List<String> rows(String query) throws SQLException {
    try (Connection connection = connect()) {
      return Evidence.rows(connection, query);
    }
  }

  /** One of a service's containers, or of the brokers'. */
  String anyOf(String what, Random random) {
    if (what.equals("broker")) {
      return compose.containersOf(BROKERS.get(random.nextInt(BROKERS.size()))).getFirst();
    }
    List<String> containers = compose.containersOf(what);
    return containers.get(random.nextInt(containers.size()));
  }

  /** What a container's service tells on its own port. */
  String get(String container, String path) {
    return Compose.docker(
        "exec",
        container,
        "bash",
        "-c",
        """
        exec 3<>/dev/tcp/127.0.0.1/8080
        printf 'GET %s HTTP/1.0\\r\\nHost: localhost\\r\\nAuthorization: Bearer %s\\r\\n\\r\\n' "$0" "$1" >&3
        cat <&3
        """,
        path,
        token());
  }

  /** The lines of a metric that a container's service tells now. */
  List<String> metric(String container, String name) {
    return get(container, "/actuator/prometheus")
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .toList();
  }

  /** Leaves no byte on the disk of that name; see compose.disks.yaml. */
  void fillDisk(String name) {
    onDisks("dd if=/dev/zero of=/disks/%s/ballast bs=1M; dd if=/dev/zero of=/disks/%s/rest bs=4k; true", name);
  }

  void makeRoom(String name) {
    onDisks("rm /disks/%s/ballast /disks/%s/rest", name);
  }

  private void onDisks(String script, String name) {
    String disks = compose.containersOf("disks").getFirst();
    Compose.docker("exec", disks, "sh", "-c", script.formatted(name, name));
  }

  /** Fails unless all that was acknowledged is in the log, and all of that has come out right. */
  void judge(Report report) {
    telling.flush();
    int right = verdict.awaitRight(updates);
    TreeSet<Object> lost = new TreeSet<>(telling.acknowledged());
    lost.removeAll(ActivityLog.read(compose.kafka()).ids());
    assertThat(lost).as("acknowledged and lost").isEmpty();
    report.say(
        "%d activities are right, %d acknowledged, %d requests made again"
            .formatted(right, telling.acknowledged().size(), telling.refusals()));
  }

  static void pause(Duration time) throws InterruptedException {
    assertThat(new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
  }

  @Override
  public void close() {
    telling.close();
    updates.close();
    compose.close();
  }
}
