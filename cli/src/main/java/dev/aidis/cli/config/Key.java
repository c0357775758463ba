package dev.aidis.cli.config;

import dev.aidis.cli.CliException;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be configured; each has an environment variable that goes before it. */
enum Key {
  URL("the tracker's address, such as https://tracker.example.org"),
  TOKEN("the token for it; kept in a file of its own, never shown"),
  OWNER("whose sessions these are"),
  MACHINE("what this machine is called"),
  WORKSPACE("a stream of work beside the main one"),
  PROJECT("what is worked on, whatever the directory");

  private final String description;

  Key(String description) {
    this.description = description;
  }

  String description() {
    return description;
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  String variable() {
    return "AIDIS_" + name();
  }

  /**
   * @throws CliException if there is no such key
   */
  static Key of(String name) {
    return Arrays.stream(values())
        .filter(key -> key.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                CliException.usage(
                    "there is no key '%s', but: %s"
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(Key::wireName)
                                .collect(Collectors.joining(", ")))));
  }

  /**
   * The value as it is kept.
   *
   * @throws CliException if it cannot be one
   */
  String checked(String value) {
    String stripped = value.strip();
    if (stripped.isEmpty() || stripped.chars().anyMatch(Character::isISOControl)) {
      throw CliException.usage(
          wireName()
              + " must be one line of text; `aidis config unset "
              + wireName()
              + "` removes it");
    }
    return this == URL ? address(stripped) : stripped;
  }

  private static String address(String value) {
    try {
      URI address = URI.create(value);
      if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
        return value.replaceFirst("/+$", "");
      }
    } catch (IllegalArgumentException notAnAddress) {
      throw noAddress(value);
    }
    throw noAddress(value);
  }

  private static CliException noAddress(String value) {
    return CliException.usage(
        "url '" + value + "' is not an address: set it to one such as http://127.0.0.1:7717");
  }
}
