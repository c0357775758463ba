package dev.aidis.cli.doctor;

import dev.aidis.cli.Surroundings;
import dev.aidis.cli.spool.Spool;
import dev.aidis.cli.tracker.TrackerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can be seen on this machine without a tracker. */
record MachineCheck(Surroundings surroundings) {
  private static final int JAVA = 25;
  private static final long LOW = 1024L * 1024 * 1024;
  private static final long TOO_LOW = 100L * 1024 * 1024;
  private static final String HOOKS = "hooks";

  Finding jdk() {
    String told =
        "%s %s in %s"
            .formatted(
                System.getProperty("java.vendor"),
                Runtime.version(),
                System.getProperty("java.home"));
    return Runtime.version().feature() >= JAVA
        ? Finding.ok("JDK", told)
        : Finding.failure("JDK", told, "install a JDK " + JAVA + ", or set JAVA_HOME to one");
  }

  /** Where the tracker would listen, if it does not run. */
  List<Finding> ports() {
    List<Finding> findings = new ArrayList<>();
    port("AIDIS_PORT", 7717, findings);
    port("AIDIS_POSTGRES_PORT", 7718, findings);
    port("AIDIS_KAFKA_PORT", 7719, findings);
    return findings;
  }

  private void port(String variable, int usual, List<Finding> findings) {
    String told = surroundings.variable(variable);
    if (told != null && !told.matches("\\d{1,5}")) {
      findings.add(
          Finding.failure("ports", variable + " is '" + told + "'", "set it to a port's number"));
      return;
    }
    int port = told == null ? usual : Integer.parseInt(told);
    try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      findings.add(Finding.ok("ports", free.getLocalPort() + " is free"));
    } catch (IOException | IllegalArgumentException taken) {
      findings.add(
          Finding.failure(
              "ports",
              "port " + port + " is taken by another program",
              "stop it, or set " + variable + " to another port"));
    }
  }

  Finding disk() {
    Path home = surroundings.home();
    try {
      Path there = home;
      while (!Files.exists(there) && there.getParent() != null) {
        there = there.getParent();
      }
      long free = Files.getFileStore(there).getUsableSpace();
      String told = String.format(Locale.ROOT, "%,d MB free for %s", free / 1024 / 1024, home);
      if (!Files.isWritable(there)) {
        return Finding.failure(
            "disk", there + " cannot be written", "make it writable, or set AIDIS_HOME");
      }
      return free < TOO_LOW
          ? Finding.failure("disk", told, "make room: Kafka and Postgres stop without it")
          : free < LOW
              ? Finding.warning("disk", told, "make room, or `aidis archive` old months")
              : Finding.ok("disk", told);
    } catch (IOException e) {
      return Finding.failure("disk", "cannot look at " + home + ": " + e, "set AIDIS_HOME");
    }
  }

  Finding spool() {
    Spool spool = Spool.of(surroundings);
    int waiting = spool.waiting().size();
    int rejected = spool.rejected().size();
    String told = "%d waiting, %d refused, %d lost".formatted(waiting, rejected, spool.lost());
    if (spool.isFull()) {
      return Finding.failure(
          "spool", told + "; it is full", "start the tracker, then `aidis spool deliver`");
    }
    if (rejected > 0) {
      return Finding.warning("spool", told, "see `aidis spool`, then `spool retry` or `forget`");
    }
    return waiting > 0
        ? Finding.warning(
            "spool",
            told + spool.trouble().map(why -> ": " + why).orElse(""),
            "`aidis spool deliver` delivers it now")
        : Finding.ok("spool", told);
  }

  /** Whether Claude Code tells this tracker. */
  Finding hooks() {
    String directory = surroundings.variable("CLAUDE_CONFIG_DIR");
    Path own = directory == null ? surroundings.userHome().resolve(".claude") : Path.of(directory);
    if (!Files.isDirectory(own)) {
      return Finding.skipped(HOOKS, "Claude Code is not here (" + own + ")");
    }
    String mend = "`aidis setup claude-code --write` puts them there";
    try {
      Path settings = own.resolve("settings.json");
      String text = Files.exists(settings) ? Files.readString(settings) : "";
      String url =
          TrackerAddress.of(surroundings).toString().replaceFirst("/+$", "") + "/hooks/claude-code";
      if (text.contains(url) || text.matches("(?s).*aidis'? hook[ \"\\\\].*")) {
        return Finding.ok(HOOKS, "in " + settings);
      }
      return text.contains("/hooks/claude-code")
          ? Finding.failure(HOOKS, settings + " tells another tracker, not " + url, mend)
          : Finding.warning(HOOKS, "not in " + settings, mend);
    } catch (IOException e) {
      return Finding.warning(HOOKS, "cannot be looked at: " + e.getMessage(), mend);
    }
  }
}
