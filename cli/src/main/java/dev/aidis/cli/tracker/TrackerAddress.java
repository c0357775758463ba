package dev.aidis.cli.tracker;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.TrackerClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out at which address commands talk with the tracker. */
public final class TrackerAddress {
  static final String URL = "AIDIS_URL";
  private static final String TOKEN = "AIDIS_TOKEN";
  private static final String TOKEN_FILE = "AIDIS_TOKEN_FILE";
  private static final String PORT = "AIDIS_PORT";
  private static final int DEFAULT_PORT = 7717;

  private TrackerAddress() {}

  /** {@code AIDIS_URL}, or where the tracker of this home runs, or where it would run. */
  public static URI of(Surroundings surroundings) {
    String url = surroundings.variable(URL);
    if (url != null) {
      return remote(url);
    }
    Optional<String> running =
        TrackerFile.read(surroundings.home())
            .filter(file -> file.process().isPresent())
            .map(TrackerFile::http);
    return URI.create(running.orElseGet(() -> "http://127.0.0.1:" + port(surroundings)));
  }

  /** A client for that address, with the user's token. */
  public static TrackerClient client(Surroundings surroundings) {
    return new TrackerClient(of(surroundings), token(surroundings));
  }

  /** {@code AIDIS_TOKEN}, or what the file {@code AIDIS_TOKEN_FILE} holds; absent for neither. */
  public static @Nullable String token(Surroundings surroundings) {
    String token = surroundings.variable(TOKEN);
    String file = surroundings.variable(TOKEN_FILE);
    if (token != null || file == null) {
      return token;
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | InvalidPathException e) {
      throw CliException.failure(
          "the token cannot be read from %s (%s): set %s to a file that can, or to nothing"
              .formatted(file, e, TOKEN_FILE),
          e);
    }
  }

  /** What to do when nothing answers there. */
  public static CliException notAnswering(Surroundings surroundings, URI address, Throwable cause) {
    String advice =
        surroundings.variable(URL) == null
            ? "start it with `aidis up -d`"
            : "check that it runs and that " + URL + " is its address";
    return CliException.notRunning(
        "the tracker does not answer at " + address + ": " + advice, cause);
  }

  private static URI remote(String url) {
    try {
      URI address = URI.create(url);
      if (address.getHost() != null
          && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
        return address;
      }
    } catch (IllegalArgumentException notAnAddress) {
      throw noGood(url);
    }
    throw noGood(url);
  }

  private static CliException noGood(String url) {
    return CliException.failure(
        URL + " '" + url + "' is not an address: set it to one such as http://127.0.0.1:7717");
  }

  private static int port(Surroundings surroundings) {
    String port = surroundings.variable(PORT);
    if (port == null) {
      return DEFAULT_PORT;
    }
    if (!port.matches("\\d{1,5}")
        || Integer.parseInt(port) < 1
        || Integer.parseInt(port) > 65_535) {
      throw CliException.failure(PORT + " is '" + port + "': set it to a port from 1 to 65535");
    }
    return Integer.parseInt(port);
  }
}
