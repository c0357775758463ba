package dev.aidis.standalone.embedded;

import dev.aidis.standalone.home.StartException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka broker in this JVM, reachable from this machine only. Its directory is formatted at the
 * first start and kept.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private static final int NODE_ID = 1;
  private static final String LOOPBACK = "127.0.0.1";

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedKafka(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Returns when the broker serves clients.
   *
   * @param directory of all its data
   * @param port for clients; the controller's own is any free one
   */
  public static EmbeddedKafka start(Path directory, int port) {
    return start(directory, port, Map.of());
  }

  /**
   * The same, with settings of the broker that go before all others, such as those of TLS.
   *
   * @param more by Kafka's names; the listener of clients is called CLIENTS
   */
  public static EmbeddedKafka start(Path directory, int port, Map<String, String> more) {
    try {
      Properties settings = settings(directory, port, freePort());
      settings.putAll(more);
      formatOnce(directory, settings.getProperty("controller.listener.names"));
      if (KilledBroker.diedIn(directory)) {
        KilledBroker.fence(settings);
      }
      KafkaRaftServer server =
          new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
      server.startup();
      return new EmbeddedKafka(server, port);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare Kafka's directory " + directory, e);
    }
  }

  public String bootstrapServers() {
    return LOOPBACK + ":" + port;
  }

  /** Stops cleanly: the next start has nothing to recover. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static Properties settings(Path directory, int port, int controllerPort)
      throws IOException {
    Properties settings = new Properties();
    try (InputStream fixed = EmbeddedKafka.class.getResourceAsStream("broker.properties")) {
      settings.load(Objects.requireNonNull(fixed, "broker.properties"));
    }
    settings.setProperty("log.dirs", directory.toString());
    settings.setProperty(
        "listeners",
        "CLIENTS://%1$s:%2$d,CONTROLLER://%1$s:%3$d".formatted(LOOPBACK, port, controllerPort));
    settings.setProperty(
        "controller.quorum.voters", NODE_ID + "@" + LOOPBACK + ":" + controllerPort);
    return settings;
  }

  private static void formatOnce(Path directory, String controllerListener) {
    if (Files.exists(directory.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
      return;
    }
    try (PrintStream quiet =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(quiet)
          .setNodeId(NODE_ID)
          .setClusterId(Uuid.randomUuid().toString())
          .setControllerListenerName(controllerListener)
          .addDirectory(directory.toString())
          .setMetadataLogDirectory(directory.toString())
          .run();
    } catch (Exception e) { // what Formatter.run declares
      throw new StartException(
          "cannot prepare Kafka's directory " + directory + ": " + e.getMessage(), e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
