package dev.aidis.ingest.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.Activity;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptsTest {

  @Test
  void theFilesThatAPromptMentionsAreToldRelativeToTheRepository() {
    // When
    Told told =
        HookBench.create()
            .tell(
                prompt(
                    "/home/ada/shop/src",
                    "see @Cart.java, @../README.md, @./Cart.java:12 and ask @ada"));
    // Then
    assertThat(told.activities())
        .extracting(Activity::type)
        .containsExactly("prompt_submitted", "file_mentioned", "file_mentioned");
    assertThat(told.activities())
        .extracting(Activity::filePath)
        .containsExactly(null, "src/Cart.java", "README.md");
    assertThat(told.activities()).extracting(Activity::aiInvolved).containsOnly(false);
  }

  @Test
  void theTextIsNotKept() {
    // When
    Activity prompt = HookBench.create().one(prompt("/home/ada/shop", "my password is swordfish"));
    // Then
    assertThat(prompt.toString()).doesNotContain("swordfish");
    assertThat(prompt.description()).isEqualTo("Prompt");
  }

  @Test
  void theTextIsKeptIfThatIsWanted() {
    // When
    Activity prompt = HookBench.keepingPrompts().one(prompt("/home/ada/shop", "Find the leak"));
    // Then
    assertThat(prompt.body()).isEqualTo("Find the leak");
    assertThat(prompt.description()).isEqualTo("Prompt: Find the leak");
  }

  @Test
  void aPromptThatIsTooLongIsCut() {
    // When
    Activity prompt =
        HookBench.keepingPrompts().one(prompt("/home/ada/shop", "x".repeat(1_000_000)));
    // Then
    assertThat(prompt.body()).hasSize(100_000);
  }

  @Test
  void noMoreThanTwoHundredFilesAreMentioned() {
    // Given
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      many.append(" @file").append(i).append(".txt");
    }
    // When
    List<Activity> told = HookBench.create().tell(prompt("/tmp", many.toString())).activities();
    // Then
    assertThat(told).hasSize(201);
  }

  private static String prompt(String cwd, String text) {
    return """
    {"session_id": "s", "cwd": "%s", "hook_event_name": "UserPromptSubmit", "prompt_id": "p-1",
     "prompt": "%s"}"""
        .formatted(cwd, text);
  }
}
