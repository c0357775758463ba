package dev.aidis.standalone.home;

import dev.aidis.schemas.TrackerKey;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be set about a local tracker, each by an environment variable.
 *
 * @param home holds all data; absolute
 * @param owner whose sessions are recorded when a client does not say; null for the user of the
 *     operating system
 * @param partitions of each topic, for the first start; null for the default or what the home has
 * @param bind the address that HTTP listens on; a database and a broker are for this machine only
 */
public record Settings(
    Path home,
    int port,
    int postgresPort,
    int kafkaPort,
    @Nullable String owner,
    @Nullable Integer partitions,
    String bind) {
  static final String HOME = "AIDIS_HOME";
  static final String PORT = "AIDIS_PORT";
  static final String POSTGRES_PORT = "AIDIS_POSTGRES_PORT";
  static final String KAFKA_PORT = "AIDIS_KAFKA_PORT";
  static final String OWNER = "AIDIS_OWNER";
  static final String PARTITIONS = "AIDIS_PARTITIONS";
  static final String BIND = "AIDIS_BIND";

  /** The names of all settings. */
  public static final Set<String> NAMES =
      Set.of(HOME, PORT, POSTGRES_PORT, KAFKA_PORT, OWNER, PARTITIONS, BIND);

  static final int DEFAULT_PORT = 7717;
  static final int DEFAULT_POSTGRES_PORT = 7718;
  static final int DEFAULT_KAFKA_PORT = 7719;

  /** Nobody else can reach it. */
  public static final String LOOPBACK = "127.0.0.1";

  private static final int MAX_PORT = 65_535;
  private static final int MAX_PARTITIONS = 200;

  public Settings {
    home = home.toAbsolutePath().normalize();
    requirePort(PORT, port);
    requirePort(POSTGRES_PORT, postgresPort);
    requirePort(KAFKA_PORT, kafkaPort);
    requireDistinct(PORT, port, POSTGRES_PORT, postgresPort);
    requireDistinct(PORT, port, KAFKA_PORT, kafkaPort);
    requireDistinct(POSTGRES_PORT, postgresPort, KAFKA_PORT, kafkaPort);
    requireOwner(owner);
    if (partitions != null && (partitions < 1 || partitions > MAX_PARTITIONS)) {
      throw new StartException(
          "%s is %d: set it to a number from 1 to %d"
              .formatted(PARTITIONS, partitions, MAX_PARTITIONS));
    }
  }

  /** Of a tracker that only this machine can reach. */
  public Settings(
      Path home,
      int port,
      int postgresPort,
      int kafkaPort,
      @Nullable String owner,
      @Nullable Integer partitions) {
    this(home, port, postgresPort, kafkaPort, owner, partitions, LOOPBACK);
  }

  /** Where programs on this machine reach it over HTTP. */
  public String http() {
    String host = bind.equals("0.0.0.0") || bind.equals("::") ? LOOPBACK : bind;
    return "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port);
  }

  /**
   * Reads the settings; an empty variable counts as absent.
   *
   * @param userHome below which the default home lies where there is no {@code $HOME}
   * @throws StartException naming the first variable whose value is no good
   */
  public static Settings from(Map<String, String> environment, Path userHome) {
    return new Settings(
        home(environment, userHome),
        number(environment, PORT, DEFAULT_PORT),
        number(environment, POSTGRES_PORT, DEFAULT_POSTGRES_PORT),
        number(environment, KAFKA_PORT, DEFAULT_KAFKA_PORT),
        text(environment, OWNER),
        text(environment, PARTITIONS) == null ? null : number(environment, PARTITIONS, 0),
        Objects.requireNonNullElse(text(environment, BIND), LOOPBACK));
  }

  private static Path home(Map<String, String> environment, Path userHome) {
    String home = text(environment, HOME);
    String dataHome = text(environment, "XDG_DATA_HOME");
    String ofUser = text(environment, "HOME");
    try {
      if (home != null) {
        return Path.of(home);
      }
      // The XDG specification: a path that is not absolute is to be ignored.
      return dataHome != null && Path.of(dataHome).isAbsolute()
          ? Path.of(dataHome, "aidis")
          : (ofUser == null ? userHome : Path.of(ofUser)).resolve(".local/share/aidis");
    } catch (InvalidPathException e) {
      throw new StartException(
          "%s '%s' is not a path: set it to a directory".formatted(HOME, home), e);
    }
  }

  private static int number(Map<String, String> environment, String name, int absent) {
    String value = text(environment, name);
    try {
      return value == null ? absent : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new StartException("%s is '%s': set it to a number".formatted(name, value), e);
    }
  }

  private static @Nullable String text(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static void requirePort(String name, int port) {
    if (port < 1 || port > MAX_PORT) {
      throw new StartException(
          "%s is %d: set it to a port from 1 to %d".formatted(name, port, MAX_PORT));
    }
  }

  private static void requireDistinct(String name, int port, String otherName, int otherPort) {
    if (port == otherPort) {
      throw new StartException(
          "%s and %s are both %d: set one of them to another port"
              .formatted(name, otherName, port));
    }
  }

  private static void requireOwner(@Nullable String owner) {
    try {
      if (owner != null) {
        new TrackerKey(owner, TrackerKey.MAIN);
      }
    } catch (IllegalArgumentException e) {
      throw new StartException(OWNER + " is no good: " + e.getMessage(), e);
    }
  }
}
