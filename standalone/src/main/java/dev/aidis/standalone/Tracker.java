package dev.aidis.standalone;

import dev.aidis.standalone.embedded.EmbeddedDatabase;
import dev.aidis.standalone.embedded.EmbeddedKafka;
import dev.aidis.standalone.home.Home;
import dev.aidis.standalone.home.HomeLock;
import dev.aidis.standalone.home.Ports;
import dev.aidis.standalone.home.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;

/** A whole local tracker: broker, database and services. */
final class Tracker implements AutoCloseable {
  /**
   * Fewer than the services' own default: on one machine one thread works on all of them, and each
   * has stores to be opened at the start (12 took 6 s longer than 4).
   */
  private static final int DEFAULT_PARTITIONS = 4;

  private final Settings settings;
  private final Home home;
  private final Console console;
  private final Parts parts;

  Tracker(Settings settings, Home home, Console console) {
    this.settings = settings;
    this.home = home;
    this.console = console;
    this.parts = new Parts(console);
  }

  /**
   * Returns when the tracker serves clients. If it throws, {@link #close} stops what was started.
   *
   * @throws dev.aidis.standalone.home.StartException with what to do about it
   */
  TrackerInfo start(Clock clock) throws IOException {
    HomeLock lock = HomeLock.take(home, settings.http());
    parts.hold("lock of the data directory", lock);
    Files.deleteIfExists(TrackerInfo.fileIn(home.run())); // of a tracker that was killed
    EmbeddedDatabase.tidyUp(home.postgres(), home.cache());
    Ports.requireFree(settings);
    console.say("Starting AIDIS in " + home.directory());
    int partitions = home.partitions(settings.partitions(), DEFAULT_PARTITIONS);

    var database =
        parts.begin(
            "Postgres",
            () -> EmbeddedDatabase.start(home.postgres(), home.cache(), settings.postgresPort()));
    var kafka = parts.begin("Kafka", () -> EmbeddedKafka.start(home.kafka(), settings.kafkaPort()));
    new Services(settings, home, partitions, kafka.join(), database.join()).begin(parts).join();

    TrackerInfo info = info(kafka.join(), database.join(), clock);
    info.writeTo(home.run());
    parts.hold("tracker.json", () -> Files.deleteIfExists(TrackerInfo.fileIn(home.run())));
    return info;
  }

  /** Stops the services first, so that what they were doing can still be written down. */
  @Override
  public void close() {
    parts.close();
  }

  private TrackerInfo info(EmbeddedKafka kafka, EmbeddedDatabase database, Clock clock) {
    ProcessHandle process = ProcessHandle.current();
    return new TrackerInfo(
        process.pid(),
        process.info().startInstant().map(Instant::toString).orElse(""),
        settings.http(),
        settings.http() + "/mcp",
        database.url(),
        kafka.bootstrapServers(),
        home.directory().toString(),
        version(),
        clock.instant().toString());
  }

  private static String version() {
    String version = Tracker.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
