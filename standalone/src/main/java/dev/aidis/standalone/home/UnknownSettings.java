package dev.aidis.standalone.home;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds {@code AIDIS_} variables that nothing reads: mostly a slip of the keyboard. */
public final class UnknownSettings {
  private static final String PREFIX = "AIDIS_";

  /** Read by the launcher, by the command line or by a service itself. */
  private static final List<String> READ_ELSEWHERE =
      List.of(
          "AIDIS_JAVA_OPTIONS",
          "AIDIS_URL",
          "AIDIS_DEBUG",
          "AIDIS_TOKEN",
          "AIDIS_OAUTH_ISSUER",
          "AIDIS_OAUTH_JWK_SET_URI",
          "AIDIS_OAUTH_RESOURCE",
          "AIDIS_OAUTH_OWNER_CLAIM",
          "AIDIS_TOKEN_FILE",
          "AIDIS_MACHINE",
          "AIDIS_WORKSPACE",
          "AIDIS_PROJECT",
          "AIDIS_SPOOL_MAX_MB",
          "AIDIS_SPOOL_PATIENCE",
          "AIDIS_SPOOL_PAUSE",
          "AIDIS_REQUIRE_TOKEN",
          "AIDIS_ALLOWED_HOSTS",
          "AIDIS_RATE_LIMIT",
          "AIDIS_ARCHIVE_AGE",
          "AIDIS_HOOKS_KEEP_PROMPTS",
          "AIDIS_TELEMETRY_TOKENS",
          "AIDIS_TRACING_ENABLED",
          "AIDIS_HOOKS_MCP_SERVER",
          "AIDIS_HOOKS_PATIENCE",
          "AIDIS_MCP_PATIENCE",
          "AIDIS_PROCESSOR_INACTIVITY_GAP",
          "AIDIS_PROCESSOR_MAX_SESSION_LENGTH",
          "AIDIS_PROCESSOR_ACTIVE_GAP",
          "AIDIS_PROCESSOR_RETENTION",
          "AIDIS_PROCESSOR_THREADS",
          "AIDIS_INGEST_MACHINE",
          "AIDIS_INGEST_MAX_CLOCK_AHEAD",
          "AIDIS_INGEST_VISIBILITY_TIMEOUT",
          "AIDIS_INGEST_DEFAULT_PROJECT");

  private UnknownSettings() {}

  /** One warning for each such variable, in the order of their names. */
  public static List<String> warnings(Collection<String> environment) {
    return environment.stream()
        .filter(name -> name.startsWith(PREFIX))
        .filter(name -> !Settings.NAMES.contains(name) && !READ_ELSEWHERE.contains(name))
        .sorted()
        .map(name -> "there is no setting %s: did you mean %s?".formatted(name, nearest(name)))
        .toList();
  }

  private static String nearest(String name) {
    return Settings.NAMES.stream()
        .sorted()
        .min(Comparator.comparingInt(known -> distance(name, known)))
        .orElseThrow();
  }

  /** The Levenshtein distance, row by row. */
  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int column = 0; column <= b.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= a.length(); row++) {
      int[] current = new int[b.length() + 1];
      current[0] = row;
      for (int column = 1; column <= b.length(); column++) {
        int replace = above[column - 1] + (a.charAt(row - 1) == b.charAt(column - 1) ? 0 : 1);
        current[column] = Math.min(replace, 1 + Math.min(above[column], current[column - 1]));
      }
      above = current;
    }
    return above[b.length()];
  }
}
