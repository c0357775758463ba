package dev.aidis.ingest.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a tool's answer tells about the file it changed. */
class ChangedFilesTest {
  private static final String PATCH =
      """
      "structuredPatch": [
        {"oldStart": 1, "oldLines": 2, "newStart": 1, "newLines": 3,
         "lines": [" a", "-b", "+c", "++d", "\\\\ No newline at end of file"]},
        {"oldStart": 9, "oldLines": 1, "newStart": 10, "newLines": 0, "lines": ["-e"]}]\
      """;

  static Stream<Arguments> tools() {
    return Stream.of(
        changed(
            "an edit counts its patch",
            "Edit",
            "\"filePath\": \"/home/ada/shop/src/Cart.java\", " + PATCH,
            "src/Cart.java +2 -2"),
        changed(
            "many edits count theirs",
            "MultiEdit",
            "\"filePath\": \"/home/ada/shop/a.txt\", " + PATCH,
            "a.txt +2 -2"),
        changed(
            "a tool that is not known counts its patch too",
            "Rewrite",
            "\"filePath\": \"/home/ada/shop/a.txt\", " + PATCH,
            "a.txt +2 -2"),
        changed(
            "a new file counts its lines",
            "Write",
            "\"type\": \"create\", \"filePath\": \"/home/ada/shop/b.md\","
                + " \"content\": \"one\\ntwo\\nthree\", \"structuredPatch\": []",
            "b.md +3 -0"),
        changed(
            "a new file that is empty has no lines",
            "Write",
            "\"type\": \"create\", \"filePath\": \"/home/ada/shop/b.md\", \"content\": \"\"",
            "b.md +0 -0"),
        changed(
            "a file written anew counts its patch",
            "Write",
            "\"type\": \"update\", \"filePath\": \"/home/ada/shop/b.md\","
                + " \"content\": \"one\\ntwo\\n\", "
                + PATCH,
            "b.md +2 -2"),
        changed(
            "a file written as it was has no lines",
            "Write",
            "\"type\": \"update\", \"filePath\": \"/home/ada/shop/b.md\", \"structuredPatch\": []",
            "b.md +0 -0"),
        changed(
            "an answer without a patch tells no lines",
            "Edit",
            "\"filePath\": \"/home/ada/shop/b.md\"",
            "b.md +null -null"),
        changed(
            "a file outside of the repository keeps its path",
            "Edit",
            "\"filePath\": \"/etc/hosts\", " + PATCH,
            "/etc/hosts +2 -2"),
        changed(
            "a tool that only reads changes nothing", "Read", "\"file\": {\"filePath\": \"/x\"}"),
        changed("a path that cannot be one is none", "Edit", "\"filePath\": \"/a\\u0000b\""));
  }

  private static Arguments changed(String rule, String tool, String response, String... files) {
    return Arguments.of(rule, tool, "{" + response + "}", List.of(files));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tools")
  void changesAreCounted(String rule, String tool, String response, List<String> files) {
    assertThat(filesOf(HookBench.create().tell(use("PostToolUse", tool, "{}", response))))
        .as(rule)
        .isEqualTo(files);
  }

  @Test
  void anAnswerThatNamesNoFileIsAboutTheOneToldToTheTool() {
    String notebook = "{\"notebook_path\": \"/home/ada/shop/n.ipynb\", \"new_source\": \"secret\"}";
    assertThat(
            filesOf(
                HookBench.create().tell(use("PostToolUse", "NotebookEdit", notebook, "\"ok\""))))
        .containsExactly("n.ipynb +null -null");
  }

  @Test
  void whatFailedChangedNothing() {
    Told told =
        HookBench.create()
            .tell(
                use(
                    "PostToolUseFailure",
                    "Edit",
                    "{\"file_path\": \"/home/ada/shop/a.txt\"}",
                    "null"));
    assertThat(told.activities()).extracting(Activity::type).containsExactly("tool_used");
  }

  @Test
  void theContentOfAFileIsNotKept() {
    String content =
        "{\"type\": \"create\", \"filePath\": \"/home/ada/shop/b.md\", \"content\": \"secret\"}";
    Told told = HookBench.create().tell(use("PostToolUse", "Write", content, content));
    assertThat(told.activities()).hasSize(2);
    assertThat(told.activities().toString()).doesNotContain("secret");
  }

  private static String use(String event, String tool, String input, String response) {
    return """
    {"session_id": "s", "cwd": "/home/ada/shop/src", "hook_event_name": "%s", "tool_name": "%s",
     "tool_use_id": "toolu_1", "tool_input": %s, "tool_response": %s}"""
        .formatted(event, tool, input, response);
  }

  private static List<String> filesOf(Told told) {
    return told.activities().stream()
        .filter(activity -> activity.kind() == ActivityType.FILE_MODIFIED)
        .map(
            file -> "%s +%s -%s".formatted(file.filePath(), file.linesAdded(), file.linesRemoved()))
        .toList();
  }
}
