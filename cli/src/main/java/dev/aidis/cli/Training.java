package dev.aidis.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Does what commands do, so that the JVM can note which classes they load (its ahead-of-time
 * cache): against a server of its own, saying nothing, changing nothing. Not what loads JGit: all
 * that is noted is loaded at each start, and the signature of its jar would be checked, which takes
 * longer than the rest.
 */
final class Training {
  private static final byte[] ANSWER = "{}".getBytes(StandardCharsets.UTF_8);
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("version"),
          List.of("session"),
          List.of("session", "note", "training"),
          List.of("session", "goal", "--help"),
          List.of("sessions", "list", "--limit", "5", "--json"),
          List.of("sessions", "stats", "--period=week"),
          List.of("today"),
          List.of("status"),
          List.of("dead-letters"));

  private Training() {}

  public static void main(String[] arguments) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
          }
        });
    server.start();
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Surroundings surroundings =
        new Surroundings(
            Map.of("AIDIS_URL", "http://127.0.0.1:" + server.getAddress().getPort()),
            Path.of("/nonexistent"),
            nowhere,
            nowhere,
            false,
            Clock.systemUTC(),
            Pause.real(),
            () -> 80);
    COMMANDS.forEach(command -> Main.run(surroundings, command.toArray(String[]::new)));
    server.stop(0);
    Surroundings.ofProcess().out().flush();
  }
}
