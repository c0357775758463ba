package dev.aidis.standalone;

import static java.util.Map.entry;

import dev.aidis.ingest.IngestApplication;
import dev.aidis.processor.ProcessorApplication;
import dev.aidis.sink.SinkApplication;
import dev.aidis.standalone.embedded.EmbeddedDatabase;
import dev.aidis.standalone.embedded.EmbeddedKafka;
import dev.aidis.standalone.home.Home;
import dev.aidis.standalone.home.Settings;
import dev.aidis.standalone.rebuild.LocalRebuilding;
import dev.aidis.standalone.rebuild.ReplayTraces;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.ConfigurableApplicationContext;

/** The three services, each in a Spring context of its own, told where everything is. */
final class Services {
  /** One for all of them, so that one page tells all numbers. */
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final Settings settings;
  private final Home home;
  private final Map<String, Object> log;
  private final Map<String, Object> store;
  private final String kafka;

  Services(
      Settings settings,
      Home home,
      int partitions,
      EmbeddedKafka kafka,
      EmbeddedDatabase database) {
    this.settings = settings;
    this.home = home;
    this.kafka = kafka.bootstrapServers();
    this.log =
        Map.ofEntries(
            // Else a service would stop together with the broker that it has to take leave of.
            entry("spring.main.register-shutdown-hook", false),
            entry("spring.kafka.bootstrap-servers", kafka.bootstrapServers()),
            entry("aidis.topics.partitions", partitions),
            entry("aidis.topics.replication-factor", 1));
    this.store =
        Map.ofEntries(
            entry("spring.datasource.url", database.jdbcUrl()),
            entry("spring.datasource.username", EmbeddedDatabase.NAME),
            entry("spring.datasource.password", ""),
            entry("aidis.archive.directory", home.archive().toString()));
  }

  /** Begins to start them all; done when all are ready. They stop in the order of the data. */
  CompletableFuture<Void> begin(Parts parts) {
    Map<String, Object> processor =
        with(log, Map.of("aidis.processor.state-dir", home.streams().toString()));
    CompletableFuture<ConfigurableApplicationContext> sink =
        parts.begin("session sink", () -> SinkApplication.start(with(log, store), metrics));
    LocalRebuilding rebuilding =
        new LocalRebuilding(
            processor, home.streams(), new ReplayTraces(kafka), sink, Clock.systemUTC());
    CompletableFuture<Void> all =
        CompletableFuture.allOf(
            sink,
            parts.begin("stream processor", () -> ProcessorApplication.start(processor, metrics)),
            parts.begin(
                "ingest service",
                () ->
                    IngestApplication.start(with(log, with(store, front())), metrics, rebuilding)));
    parts.hold("rebuild", rebuilding);
    return all;
  }

  private Map<String, Object> front() {
    Map<String, Object> front = new HashMap<>();
    front.put("server.address", settings.bind());
    front.put("server.port", settings.port());
    if (settings.owner() != null) {
      front.put("aidis.ingest.owner", settings.owner());
    }
    return front;
  }

  private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> others) {
    Map<String, Object> all = new HashMap<>(some);
    all.putAll(others);
    return all;
  }
}
