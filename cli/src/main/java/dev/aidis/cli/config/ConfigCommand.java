package dev.aidis.cli.config;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Fit;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.JsonText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aidis config}. */
@Command(
    name = "config",
    description = {
      "Remember where the tracker is and who you are.",
      "Keys are url, token, owner, machine, workspace and project. A command's option goes before the environment (AIDIS_URL …), which goes before this."
    },
    footer = {
      "",
      "Examples:",
      "  aidis config                                       what is set, and where",
      "  aidis config set url https://tracker.example.org",
      "  aidis config set token                             reads it from standard input",
      "  aidis config unset url                             the local tracker again",
    })
public final class ConfigCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final InputStream in;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /**
   * @param in what a token is read from
   */
  public ConfigCommand(Surroundings surroundings, InputStream in) {
    this.surroundings = surroundings;
    this.in = in;
  }

  @Override
  public Integer call() {
    return list(json);
  }

  @Command(description = "Show what is set, and where.")
  int list(@Option(names = "--json", description = "Print JSON.") boolean asJson) {
    if (asJson) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (Key key : Key.values()) {
        values.put(key.wireName(), value(key));
      }
      surroundings.out().println(JsonText.of(values));
      return 0;
    }
    for (Key key : Key.values()) {
      String value = value(key);
      String line =
          "%-10s %-40s %s"
              .formatted(
                  key.wireName(), value == null ? "-" : value, value == null ? "" : origin(key));
      surroundings.out().println(Fit.line(line.stripTrailing(), surroundings));
    }
    surroundings.out().println();
    surroundings.out().println(Fit.line("in " + file().directory(), surroundings));
    return 0;
  }

  @Command(description = "Print a value.")
  int get(@Parameters(paramLabel = "KEY") String name) {
    String value = value(Key.of(name));
    if (value == null) {
      throw CliException.failure(
          name + " is not set: `aidis config set " + name + " VALUE` sets it");
    }
    surroundings.out().println(value);
    return 0;
  }

  @Command(description = "Set a value; a token is read from standard input.")
  int set(
      @Parameters(paramLabel = "KEY") String name,
      @Parameters(paramLabel = "VALUE", arity = "0..1") @Nullable String value) {
    Key key = Key.of(name);
    if (value == null && key != Key.TOKEN) {
      throw CliException.usage("say what to set: aidis config set " + name + " VALUE");
    }
    file().set(key, key.checked(value == null ? typed() : value));
    surroundings.out().printf("%s is set in %s%n", name, file().directory());
    if (surroundings.variable(key.variable()) != null && !isFromConfig(key)) {
      surroundings.err().printf("aidis: %s is set too, and goes before it%n", key.variable());
    }
    return 0;
  }

  @Command(description = "Remove a value.")
  int unset(@Parameters(paramLabel = "KEY") String name) {
    file().set(Key.of(name), null);
    surroundings.out().printf("%s is not set any more%n", name);
    return 0;
  }

  private String typed() {
    try {
      String line =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw CliException.failure("cannot read the token: " + e.getMessage(), e);
    }
  }

  private ConfigFile file() {
    return ConfigFile.of(surroundings.environment(), surroundings.userHome());
  }

  private @Nullable String value(Key key) {
    if (key == Key.TOKEN) {
      return surroundings.variable(key.variable()) != null || file().hasToken() ? "(secret)" : null;
    }
    String told = surroundings.variable(key.variable());
    return told == null ? file().values().get(key) : told;
  }

  private String origin(Key key) {
    return surroundings.variable(key.variable()) == null || isFromConfig(key)
        ? "config"
        : key.variable();
  }

  private boolean isFromConfig(Key key) {
    String keys = surroundings.variable(ConfigFile.FROM_CONFIG);
    List<String> known = keys == null ? List.of() : Arrays.asList(keys.split(" ", -1));
    return known.contains(key.wireName());
  }
}
