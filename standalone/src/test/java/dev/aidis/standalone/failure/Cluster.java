package dev.aidis.standalone.failure;

import static java.util.Map.entry;
import static org.awaitility.Awaitility.await;

import dev.aidis.processor.ProcessorApplication;
import dev.aidis.schemas.ConsumerGroups;
import dev.aidis.schemas.Topics;
import dev.aidis.sink.SinkApplication;
import dev.aidis.standalone.FreePorts;
import dev.aidis.standalone.embedded.EmbeddedDatabase;
import dev.aidis.standalone.embedded.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.commons.io.FileUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;

/**
 * A broker and a database in this JVM, and processors and sinks around them in JVMs of their own,
 * each known by a name. A processor keeps its state directory over its restarts.
 */
final class Cluster implements Evidence, AutoCloseable {
  static final int PARTITIONS = 6;

  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private static final String EMPTY_DATABASE =
      """
      DROP SCHEMA public CASCADE;
      CREATE SCHEMA public
      """;

  private final Path directory;
  private final Map<String, String> rules;
  private final EmbeddedKafka kafka;
  private final EmbeddedDatabase database;
  private final Admin admin;
  private final Map<String, ServiceProcess> processors = new HashMap<>();
  private final Map<String, ServiceProcess> sinks = new HashMap<>();

  /**
   * @param directory of everything; the logs of the services stay there for whoever looks into a
   *     failure
   * @param rules keys {@code aidis.processor.*}, the same for all processors
   */
  Cluster(Path directory, Map<String, String> rules) throws IOException {
    this.directory = directory;
    this.rules = rules;
    FileUtils.deleteDirectory(directory.toFile());
    FileUtils.forceMkdir(directory.toFile());
    Path binaries = directory.resolveSibling("postgres");
    EmbeddedDatabase.tidyUp(directory.resolve("database"), binaries);
    kafka = EmbeddedKafka.start(directory.resolve("kafka"), FreePorts.next());
    database = EmbeddedDatabase.start(directory.resolve("database"), binaries, FreePorts.next());
    admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }

  @Override
  public String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  /** Makes the topics before anybody needs them. */
  void makeTopics() throws ExecutionException, InterruptedException {
    admin.createTopics(Topics.definitions(PARTITIONS, (short) 1)).all().get();
  }

  ServiceProcess startProcessor(String name) {
    Map<String, String> properties = new HashMap<>(common());
    properties.put("aidis.processor.state-dir", stateOf(name).toString());
    rules.forEach((key, value) -> properties.put("aidis.processor." + key, value));
    return started(processors, "processor-" + name, name, ProcessorApplication.class, properties);
  }

  ServiceProcess startSink(String name) {
    Map<String, String> properties = new HashMap<>(common());
    properties.put("spring.datasource.url", database.jdbcUrl());
    properties.put("spring.datasource.username", EmbeddedDatabase.NAME);
    properties.put("spring.datasource.password", "");
    properties.put("aidis.sink.concurrency", "1"); // so that each sink is one member
    return started(sinks, "sink-" + name, name, SinkApplication.class, properties);
  }

  ServiceProcess processor(String name) {
    return Objects.requireNonNull(processors.get(name), name);
  }

  ServiceProcess sink(String name) {
    return Objects.requireNonNull(sinks.get(name), name);
  }

  /** Stops it and forgets that it was there; its state stays. */
  void stopProcessor(String name) throws InterruptedException {
    processor(name).stop();
    processors.remove(name);
  }

  void stopSink(String name) throws InterruptedException {
    sink(name).stop();
    sinks.remove(name);
  }

  void loseStateOf(String name) throws IOException {
    FileUtils.deleteDirectory(stateOf(name).toFile());
  }

  /**
   * Waits until exactly the processors and sinks that run are members of their groups, and every
   * partition is someone's.
   */
  void awaitSteady() {
    await("a steady cluster")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .until(
            () ->
                isSteady(ConsumerGroups.PROCESSOR, running(processors))
                    && isSteady(ConsumerGroups.SINK, running(sinks)));
  }

  private boolean isSteady(String group, long members) throws InterruptedException {
    try {
      ConsumerGroupDescription found =
          admin.describeConsumerGroups(List.of(group)).all().get().values().iterator().next();
      long assigned =
          found.members().stream()
              .mapToLong(member -> member.assignment().topicPartitions().size())
              .sum();
      return found.groupState() == GroupState.STABLE
          && found.members().size() == members
          && assigned == PARTITIONS;
    } catch (ExecutionException e) {
      return false; // there is no such group yet
    }
  }

  /** Stops all services; a group that nobody is in can be deleted. */
  void stopServices() throws InterruptedException {
    for (ServiceProcess service : services()) {
      service.stop();
    }
    processors.clear();
    sinks.clear();
  }

  /** Leaves nothing but what was told: the activities. No service may run. */
  void forgetWhatWasDerived()
      throws ExecutionException, InterruptedException, SQLException, IOException {
    FileUtils.deleteDirectory(directory.resolve("state").toFile());
    List<String> derived =
        admin.listTopics().names().get().stream()
            .filter(
                topic ->
                    topic.startsWith(ConsumerGroups.PROCESSOR)
                        || topic.equals(Topics.SESSION_UPDATES))
            .toList();
    admin.deleteTopics(derived).all().get();
    admin.deleteConsumerGroups(List.of(ConsumerGroups.PROCESSOR, ConsumerGroups.SINK)).all().get();
    await()
        .atMost(PATIENCE)
        .until(() -> admin.listTopics().names().get().stream().noneMatch(derived::contains));
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(EMPTY_DATABASE);
    }
  }

  @Override
  public List<String> rows(String query) throws SQLException {
    try (Connection connection = connect()) {
      return Evidence.rows(connection, query);
    }
  }

  @Override
  public void close() {
    services().forEach(ServiceProcess::close);
    admin.close();
    kafka.close();
    database.close();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), EmbeddedDatabase.NAME, "");
  }

  private List<ServiceProcess> services() {
    List<ServiceProcess> services = new ArrayList<>(processors.values());
    services.addAll(sinks.values());
    return services;
  }

  private Path stateOf(String name) {
    return directory.resolve("state").resolve(name);
  }

  private Map<String, String> common() {
    return Map.ofEntries(
        entry("spring.kafka.bootstrap-servers", kafka.bootstrapServers()),
        entry("aidis.topics.partitions", Integer.toString(PARTITIONS)),
        entry("aidis.topics.replication-factor", "1"));
  }

  private ServiceProcess started(
      Map<String, ServiceProcess> among,
      String fullName,
      String name,
      Class<?> main,
      Map<String, String> properties) {
    ServiceProcess service = ServiceProcess.start(fullName, main, properties, directory);
    ServiceProcess before = among.put(name, service);
    if (before != null && before.isAlive()) {
      service.close();
      throw new IllegalStateException(fullName + " runs already");
    }
    return service;
  }

  private static long running(Map<String, ServiceProcess> services) {
    return services.values().stream()
        .filter(ServiceProcess::isAlive)
        .collect(Collectors.counting());
  }
}
