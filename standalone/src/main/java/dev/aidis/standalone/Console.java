package dev.aidis.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** The few lines that a person at the terminal sees; everything else goes to the log. */
final class Console {
  private final PrintStream out;
  private final PrintStream err;

  Console(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  void started(String part, Duration after) {
    say(String.format(Locale.ROOT, "  %-22s %4.1f s", part, after.toMillis() / 1000.0));
  }

  void warn(String line) {
    err.println("aidis: warning: " + line);
  }

  void fail(String line) {
    err.println("aidis: " + line);
  }

  /** Where everything is, and how an assistant is told of it. */
  void ready(TrackerInfo tracker, Path log) {
    say(
        """

        AIDIS %s is ready at %s

          MCP       %s
          Postgres  psql %s
          Kafka     %s
          data      %s
          log       %s

        Connect an assistant:
          claude mcp add --transport http aidis %3$s
        or, in the settings of another MCP client:
          {"mcpServers": {"aidis": {"type": "http", "url": "%3$s"}}}
        """
            .formatted(
                tracker.version(),
                tracker.http(),
                tracker.mcp(),
                tracker.postgres(),
                tracker.kafka(),
                tracker.home(),
                log)
            .stripTrailing());
  }
}
