package dev.aidis.standalone.embedded;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the metadata log that the broker is gone, as a broker that stops cleanly does itself.
 *
 * <p>A controller takes a killed broker for alive until its session expires. The same broker,
 * started again in that time, becomes the transaction coordinator by what the log still says, sends
 * the markers of unfinished transactions to itself before it listens, and loses them when the
 * session expires: Kafka 4.3 takes a partition without a leader for a deleted one
 * (TransactionMarkerChannelManager) and calls the transaction complete. Readers of committed
 * records would then wait for its end for ever. So the controller alone is run until it has fenced
 * the broker.
 */
final class KilledBroker {
  private static final Logger LOG = LoggerFactory.getLogger(KilledBroker.class);

  /** Of a broker that cannot be alive: its directory is locked by this process. */
  private static final Duration SESSION = Duration.ofMillis(100);

  /** A controller alone is up in one or two seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration LOOK = Duration.ofMillis(20);

  private KilledBroker() {}

  /** A broker that stopped cleanly left a file that says so. */
  static boolean diedIn(Path directory) {
    return Files.exists(directory.resolve("__cluster_metadata-0"))
        && Files.notExists(directory.resolve(".kafka_cleanshutdown"));
  }

  /**
   * Returns when no broker counts as alive, or after 10 s: the broker then starts as well as it
   * can.
   *
   * @param broker its settings
   */
  static void fence(Properties broker) {
    Properties controller = new Properties();
    controller.putAll(broker);
    controller.setProperty("process.roles", "controller");
    controller.setProperty("listeners", controllerOf(broker.getProperty("listeners")));
    controller.setProperty("broker.session.timeout.ms", Long.toString(SESSION.toMillis()));
    controller.remove("inter.broker.listener.name");
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(controller, false), Time.SYSTEM);
    server.startup();
    try {
      awaitFencing();
    } finally {
      server.shutdown();
      server.awaitShutdown();
    }
  }

  private static String controllerOf(String listeners) {
    for (String listener : listeners.split(",", -1)) {
      if (listener.startsWith("CONTROLLER:")) {
        return listener;
      }
    }
    throw new IllegalArgumentException("no CONTROLLER among " + listeners);
  }

  private static void awaitFencing() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (gauge("FencedBrokerCount") > 0) {
        return;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    LOG.warn(
        "The controller did not fence the killed broker within {} s: {} active, {} fenced",
        PATIENCE.toSeconds(),
        gauge("ActiveBrokerCount"),
        gauge("FencedBrokerCount"));
  }

  /** Zero as long as the controller has not registered it. */
  private static int gauge(String name) {
    try {
      Object value =
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(
                  new ObjectName("kafka.controller:type=KafkaController,name=" + name), "Value");
      return ((Number) value).intValue();
    } catch (InstanceNotFoundException e) {
      return 0;
    } catch (JMException e) {
      throw new IllegalStateException("cannot read the controller's " + name, e);
    }
  }
}
