package dev.aidis.benchmarks.rows;

import dev.aidis.benchmarks.FreePort;
import dev.aidis.benchmarks.PostgresProcesses;
import dev.aidis.benchmarks.load.AssistantLoad;
import dev.aidis.benchmarks.sink.Updates;
import dev.aidis.standalone.embedded.EmbeddedDatabase;
import dev.aidis.standalone.embedded.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.kafka.clients.admin.Admin;

/**
 * Compares what an update costs the sink and its database where there are a million activities with
 * what it costs where there are many more: the same updates, in turns, to databases in one
 * Postgres. Arguments: updates of each round and database (150,000), rounds (5; one before is not
 * counted), rows of each database (1,000,000 10,000,000 50,000,000).
 */
public final class Main {
  private static final int UPDATES_OF_A_KEY = 150;

  private final Arguments arguments;
  private final Updates updates;
  private final List<Drain> drains;
  private final AssistantLoad.Expected all = new AssistantLoad.Expected();
  private final Report report;

  private Main(Arguments arguments, Updates updates, List<Drain> drains) {
    this.arguments = arguments;
    this.updates = updates;
    this.drains = drains;
    this.report = new Report(arguments.sizes());
  }

  public static void main(String[] args) throws Exception {
    try {
      Arguments arguments = Arguments.of(args);
      Path home = Files.createTempDirectory("aidis-benchmark");
      try {
        DiskSpace.require(home, arguments.sizes());
        run(arguments, home);
      } finally {
        FileUtils.deleteDirectory(home.toFile());
      }
    } catch (IllegalArgumentException | DiskSpace.TooLittleException e) {
      System.err.println("rows: " + e.getMessage());
      System.exit(2);
    }
    System.exit(0); // whatever a broker's thread may still be doing
  }

  private static void run(Arguments arguments, Path home) throws Exception {
    long begin = System.nanoTime();
    try (EmbeddedDatabase database = Grown.start(home, arguments.sizes());
        EmbeddedKafka kafka = EmbeddedKafka.start(home.resolve("kafka"), FreePort.next());
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      long filled = (System.nanoTime() - begin) / 1_000_000_000;
      System.out.println("Filled within " + filled + " s");
      PostgresProcesses postgres = PostgresProcesses.in(home.resolve("postgres"));
      List<Drain> drains = new ArrayList<>();
      for (Size size : arguments.sizes()) {
        drains.add(new Drain(kafka.bootstrapServers(), postgres, Grown.url(database, size), size));
      }
      Updates updates = new Updates(admin, kafka.bootstrapServers(), home.resolve("state"));
      new Main(arguments, updates, drains).measure(filled);
    }
  }

  private void measure(long filledSeconds) throws Exception {
    System.out.println("Warming up");
    for (int round = 0; round <= arguments.rounds(); round++) {
      all.add(
          updates.add(
              "round" + round,
              arguments.updates(),
              Math.max(1, arguments.updates() / UPDATES_OF_A_KEY)));
      round(round);
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("updates of each round and database", arguments.updates());
    facts.put("rounds", arguments.rounds());
    facts.put("to fill the databases, s", filledSeconds);
    report.write(facts);
  }

  /** In another order each time, so that none is always the first. */
  private void round(int round) throws IOException, SQLException {
    List<Drain> turns = new ArrayList<>(drains);
    Collections.rotate(turns, round);
    for (Drain drain : turns) {
      Measurement measurement = drain.run(arguments.updates(), all);
      if (round > 0) {
        report.add(drain.size(), measurement);
      }
      System.out.println(String.join(" | ", measurement.cells(drain.size(), round)));
    }
  }
}
