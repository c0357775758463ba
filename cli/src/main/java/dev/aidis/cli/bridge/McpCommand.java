package dev.aidis.cli.bridge;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.intake.Here;
import dev.aidis.cli.spool.Spool;
import dev.aidis.cli.tracker.TrackerAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code aidis mcp}. */
@Command(
    name = "mcp",
    description = {
      "Serve MCP on standard input and output, for assistants that start their servers.",
      "Forwards to the tracker; keeps what is recorded while it is away."
    },
    footer = {
      "",
      "Examples:",
      "  claude mcp add aidis -- /path/to/aidis mcp",
      "  aidis setup claude-desktop",
    })
public final class McpCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  private final InputStream in;

  /**
   * @param in what the assistant writes
   */
  public McpCommand(Surroundings surroundings, InputStream in) {
    this.surroundings = surroundings;
    this.in = in;
  }

  @Override
  public Integer call() {
    // The JVM would post a message a second time, and not say so.
    System.setProperty("sun.net.http.retryPost", "false");
    URI address =
        URI.create(TrackerAddress.of(surroundings).toString().replaceFirst("/+$", "") + "/mcp");
    Map<String, String> origin = origin();
    Assistant assistant = new Assistant(surroundings.out());
    Endpoint endpoint = new Endpoint(address, withToken(origin));
    Bridge bridge =
        new Bridge(
            new Connection(endpoint, assistant::send, surroundings.pause()),
            assistant,
            Memory.of(surroundings),
            Spool.of(surroundings),
            kept(origin),
            surroundings.err());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      bridge.serve(lines);
      return 0;
    } catch (IOException e) {
      throw CliException.failure("cannot read from the assistant: " + e.getMessage(), e);
    }
  }

  /** Who records, and where. */
  private Map<String, String> origin() {
    Map<String, String> origin = new LinkedHashMap<>(new Here(surroundings).headers());
    origin.remove("Aidis-Client");
    String session = surroundings.variable("CLAUDE_CODE_SESSION_ID");
    if (session != null) {
      origin.put("Aidis-Client-Session", session);
    }
    return origin;
  }

  /** What is kept is delivered under the name that this machine has then, unless it has one now. */
  private Map<String, String> kept(Map<String, String> origin) {
    Map<String, String> headers = new LinkedHashMap<>(origin);
    if (surroundings.variable("AIDIS_MACHINE") == null) {
      headers.remove("Aidis-Machine");
    }
    return headers;
  }

  private Map<String, String> withToken(Map<String, String> origin) {
    Map<String, String> headers = new LinkedHashMap<>(origin);
    String token = TrackerAddress.token(surroundings);
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
    }
    return headers;
  }
}
