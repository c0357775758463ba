package dev.aidis.cli.gitimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AiCoAuthorsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Claude <noreply@anthropic.com>, anthropic",
    "Claude Opus 4.5 <noreply@anthropic.com>, anthropic",
    "Copilot <198982749+Copilot@users.noreply.github.com>, github",
    "GitHub Copilot <copilot@github.com>, github",
    "Cursor <cursoragent@cursor.com>, cursor",
    "aider (gpt-4o) <noreply@aider.chat>, aider",
    "Codex <noreply@openai.com>, openai",
    "gemini-code-assist[bot] <176961590+gemini-code-assist[bot]@users.noreply.github.com>, google",
    "google-labs-jules[bot] <161369871+google-labs-jules[bot]@users.noreply.github.com>, google",
    "Devin AI <158243242+devin-ai-integration[bot]@users.noreply.github.com>, cognition",
  })
  void assistantsAreKnown(String coAuthor, String provider) {
    assertThat(AiCoAuthors.provider(List.of("Bob <bob@example.org>", coAuthor))).contains(provider);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Claudette Colbert <cc@example.org>",
        "Claude Monet <monet@example.org>",
        "Jean-Claude <jc@example.org>",
        "Bob <claude@example.org>",
        ""
      })
  void peopleArePeople(String coAuthor) {
    assertThat(AiCoAuthors.provider(List.of(coAuthor))).isEmpty();
  }
}
