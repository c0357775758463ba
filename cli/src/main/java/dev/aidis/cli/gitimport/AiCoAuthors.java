package dev.aidis.cli.gitimport;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognizes AI assistants among the {@code Co-Authored-By} trailers of commits, by the addresses
 * that their tools write and by names that people do not have.
 */
final class AiCoAuthors {
  private static final List<Assistant> KNOWN =
      List.of(
          assistant(
              "anthropic",
              "noreply@anthropic\\.com|^claude( (code|opus|sonnet|haiku|v?\\d)[^<]*)?( <|$)"),
          assistant(
              "github",
              "\\+copilot@users\\.noreply\\.github\\.com|copilot@github\\.com|^(github )?copilot( <|$)"),
          assistant("cursor", "cursoragent@cursor\\.com|^cursor( agent)?( <|$)"),
          assistant("aider", "noreply@aider\\.chat|^aider( \\([^<]*\\))?( <|$)"),
          assistant("openai", "noreply@openai\\.com|^(openai )?codex( cli)?( <|$)|^chatgpt"),
          assistant(
              "google",
              "gemini-code-assist\\[bot]@|google-labs-jules\\[bot]@|^gemini( cli)?( <|$)"),
          assistant("cognition", "devin-ai-integration\\[bot]@|^devin ai( <|$)"),
          assistant("windsurf", "^windsurf( <|$)"));

  private AiCoAuthors() {}

  /** The provider of the first assistant among co-authors such as {@code Name <address>}. */
  static Optional<String> provider(List<String> coAuthors) {
    return coAuthors.stream().flatMap(coAuthor -> providerOf(coAuthor).stream()).findFirst();
  }

  private static Optional<String> providerOf(String coAuthor) {
    String text = coAuthor.strip().toLowerCase(Locale.ROOT);
    return KNOWN.stream()
        .filter(assistant -> assistant.mark().matcher(text).find())
        .map(Assistant::provider)
        .findFirst();
  }

  private static Assistant assistant(String provider, String mark) {
    return new Assistant(provider, Pattern.compile(mark));
  }

  /**
   * @param mark found in the co-author in lower case
   */
  private record Assistant(String provider, Pattern mark) {}
}
