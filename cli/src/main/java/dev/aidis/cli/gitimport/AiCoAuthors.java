package dev.aidis.cli.gitimport;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Recognizes AI assistants among the {@code Co-Authored-By} trailers of commits, by what their
 * tools write: {@code Claude <noreply@anthropic.com>}, {@code Copilot
 * <…+Copilot@users.noreply.github.com>}, {@code aider (gpt-4o) <noreply@aider.chat>} and the like.
 */
final class AiCoAuthors {
  /** What a name begins with or an address contains, and the provider where it is known by that. */
  private static final Map<String, String> PROVIDERS =
      Map.ofEntries(
          Map.entry("noreply@anthropic.com", "anthropic"),
          Map.entry("claude", "anthropic"),
          Map.entry("+copilot@users.noreply.github.com", "github"),
          Map.entry("copilot", "github"),
          Map.entry("github copilot", "github"),
          Map.entry("cursoragent@cursor.com", "cursor"),
          Map.entry("cursor", "cursor"),
          Map.entry("noreply@aider.chat", "aider"),
          Map.entry("aider", "aider"),
          Map.entry("noreply@openai.com", "openai"),
          Map.entry("codex", "openai"),
          Map.entry("chatgpt", "openai"),
          Map.entry("gemini", "google"),
          Map.entry("google-labs-jules", "google"),
          Map.entry("devin-ai-integration", "cognition"),
          Map.entry("windsurf", "windsurf"));

  private AiCoAuthors() {}

  /** The provider of the first assistant among co-authors such as {@code Name <address>}. */
  static Optional<String> provider(List<String> coAuthors) {
    return coAuthors.stream().flatMap(coAuthor -> providerOf(coAuthor).stream()).findFirst();
  }

  private static Optional<String> providerOf(String coAuthor) {
    return PROVIDERS.entrySet().stream()
        .filter(known -> isBy(known.getKey(), coAuthor.toLowerCase(Locale.ROOT).strip()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** A word at the start of the name, so that Claudette and Cursorius stay people. */
  private static boolean isBy(String known, String coAuthor) {
    if (known.indexOf('@') >= 0) {
      return coAuthor.contains(known);
    }
    return coAuthor.startsWith(known)
        && (coAuthor.length() == known.length()
            || !Character.isLetter(coAuthor.charAt(known.length())));
  }
}
