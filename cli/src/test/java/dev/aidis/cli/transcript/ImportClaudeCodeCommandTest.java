package dev.aidis.cli.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aidis.cli.CliException;
import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import dev.aidis.cli.http.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportClaudeCodeCommandTest {
  private static final Path FIXTURE =
      Path.of("src/test/resources/transcripts/claude-code-transcript.jsonl");
  private static final String TOOL = "toolu_01A09q90qw90lq917835lq9";
  private static final String MESSAGE = "01W7Fnz943zF65w2rdYBoi9Z";
  private static final String PROMPT = "b3527de4-4bd5-46d8-af06-5e2b444780c8";
  private static final String EDIT =
      """
      ,"toolUseResult":{"filePath":"/no/such/shop/src/Cart.java","structuredPatch":[{"lines":[" a","-b","+c","+d"]}]}""";

  private final FakeTracker tracker = new FakeTracker();

  @TempDir private Path home;
  @TempDir private Path projects;

  @BeforeEach
  void answer() {
    tracker
        .answers("/api/v1/caller", 200, "{\"owner\":\"ada\"}")
        .answers("/api/v1/activities", 202, "{\"accepted\":7,\"rejected\":0,\"results\":[]}")
        .answers("/api/v1/pipeline", 200, "{\"activitiesLag\":0,\"updatesLag\":0}");
  }

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void aTranscriptBecomesPromptsToolUsesAndTokens() {
    // When
    CliRun.Result result = run(FIXTURE);

    // Then
    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                0,
                """
                Imported 1 transcript of 1 Claude Code session
                  prompts     1, with 0 mentioned files
                  tool uses   3
                  changes     0 of files, +0 -0 lines
                  tokens      480 in, 120 out, 0 read from and 0 written to the cache, in 4 answers
                  models      claude-sonnet-4-5
                  activities  7 accepted, 0 rejected
                  time        0.0 s, 7,000 activities/s
                See the sessions with: aidis sessions list
                """,
                ""));
    assertThat(activities())
        .extracting(a -> a.text("type"), a -> a.object("attributes").text("tool"))
        .containsExactlyInAnyOrder(
            tuple("prompt_submitted", null),
            tuple("tool_used", "Bash"),
            tuple("tool_used", "mcp__ingest__start_session"),
            tuple("tool_used", "Bash"),
            tuple("tokens_used", null),
            tuple("tokens_used", null),
            tuple("tokens_used", null),
            tuple("tokens_used", null))
        .hasSize(8);
    assertThat(activities()).noneMatch(activity -> activity.names().contains("body"));
    assertThat(activities()).allMatch(activity -> activity.text("project", "").equals("demo"));
  }

  @Test
  void aChangedFileTellsItsLinesAndModelAndBranch() {
    // Given
    session("s").write(projects.resolve("-no-such-shop/s.jsonl"), 0);

    // When
    run(projects);

    // Then
    Json modified = only("file_modified");
    assertThat(modified.text("filePath")).isEqualTo("src/Cart.java");
    assertThat(modified.number("linesAdded")).isEqualTo(2);
    assertThat(modified.number("linesRemoved")).isEqualTo(1);
    assertThat(modified.text("aiModel")).isEqualTo("claude-opus-4-6");
    assertThat(modified.text("branch")).isEqualTo("main");
    assertThat(modified.text("project")).isEqualTo("shop");
    assertThat(only("file_mentioned").text("filePath")).isEqualTo("src/Cart.java");
  }

  @Test
  void theRowsOfOneAnswerCountOnceWithTheLastOnesTokens() {
    // Given
    new TranscriptLines("s")
        .answer(1, MESSAGE, 2, "")
        .answer(2, MESSAGE, 40, "")
        .answer(3, MESSAGE, 400, "")
        .write(projects.resolve("s.jsonl"), 0);

    // When
    run(projects);

    // Then
    assertThat(activities()).hasSize(1);
    assertThat(only("tokens_used").object("attributes").text("output_tokens")).isEqualTo("400");
  }

  @Test
  void whatForkedAndResumedSessionsCopyIsTheOriginals() {
    // Given
    session("s").write(projects.resolve("s.jsonl"), 10);
    run(projects);
    List<String> once = ids();

    // When
    session("s").forkedInto("f").write(projects.resolve("f.jsonl"), 20);
    session("s").resumedAs("r").write(projects.resolve("r.jsonl"), 30);
    CliRun.Result again = run(projects);

    // Then
    assertThat(again.out()).contains("; 10 told twice count once");
    assertThat(ids()).hasSize(2 * once.size());
    assertThat(ids().subList(once.size(), 2 * once.size())).isEqualTo(once);
    assertThat(activities()).allMatch(activity -> activity.text("clientSession", "").equals("s"));
  }

  @Test
  void aSubagentsPromptIsNoPersonsButItsToolsCount() {
    // Given
    new TranscriptLines("s")
        .add(
            1,
            "\"type\":\"user\",\"isSidechain\":true,\"uuid\":\"u\",\"message\":{\"content\":\"look\"}")
        .answer(2, MESSAGE, 1, TranscriptLines.call(TOOL, "Read", "{}"))
        .result(3, TOOL, "")
        .write(projects.resolve("s/subagents/agent-1.jsonl"), 0);

    // When
    run(projects);

    // Then
    assertThat(activities())
        .extracting(activity -> activity.text("type"))
        .containsExactlyInAnyOrder("tool_used", "tokens_used");
  }

  @Test
  void whatNobodyAskedAndWhatWasRefusedIsLeftOut() {
    // Given
    new TranscriptLines("s")
        .prompt(1, "a", "<command-name>/clear</command-name>")
        .prompt(2, "b", "[Request interrupted by user]")
        .add(3, "\"type\":\"user\",\"isMeta\":true,\"message\":{\"content\":\"Caveat\"}")
        .answer(4, MESSAGE, 1, TranscriptLines.call(TOOL, "Bash", "{}"))
        .result(5, TOOL, ",\"toolUseResult\":\"User rejected tool use\"")
        .answer(6, MESSAGE, 1, TranscriptLines.call("toolu_2", "mcp__aidis__task_create", "{}"))
        .result(7, "toolu_2", "")
        .write(projects.resolve("s.jsonl"), 0);

    // When
    run(projects);

    // Then
    assertThat(activities())
        .extracting(activity -> activity.text("type"))
        .containsOnly("tokens_used");
  }

  @Test
  void textsOfPromptsAreKeptIfAsked() {
    // Given
    session("s").write(projects.resolve("s.jsonl"), 0);

    // When
    run(projects, "--prompts");

    // Then
    assertThat(only("prompt_submitted").text("body")).isEqualTo("tidy @src/Cart.java");
  }

  @Test
  void linesThatCannotBeReadAreNamedAndSkipped() {
    // Given
    Path file =
        session("s")
            .raw("{\"type\":\"user\",\"message\"")
            .raw("[1]")
            .raw("{\"type\":\"user\"}")
            .write(projects.resolve("s.jsonl"), 0);

    // When
    CliRun.Result result = run(projects);

    // Then
    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .isEqualTo(
            """
            aidis: skipped 3 that could not be read:
              %1$s:4: not a JSON object
              %1$s:5: not a JSON object
              %1$s:6: a row of type user without a timestamp
            """
                .formatted(file));
    assertThat(only("prompt_submitted")).isNotNull();
  }

  @Test
  void onlyWhatHappenedSinceIsImported() {
    // Given
    session("s").write(projects.resolve("s.jsonl"), 0);

    // When
    run(projects, "--since", "2026-11-20T09:00:02Z");

    // Then
    assertThat(activities())
        .extracting(activity -> activity.text("type"))
        .containsExactlyInAnyOrder("tool_used", "file_modified", "tokens_used");
  }

  @Test
  void onlyWhatHappenedUntilThenIsImported() {
    // Given
    session("s").write(projects.resolve("s.jsonl"), 0);

    // When
    run(projects, "--until", "2026-11-20T09:00:02Z");

    // Then
    assertThat(activities())
        .extracting(activity -> activity.text("type"))
        .containsExactlyInAnyOrder("prompt_submitted", "file_mentioned");
  }

  @Test
  void aDayUntilWhichIsMeantWithAllItsHours() {
    // Given
    session("s").write(projects.resolve("s.jsonl"), 0);

    // When
    run(projects, "--until", "2026-11-19");

    // Then
    assertThat(activities()).isEmpty();
    run(projects, "--until", "2026-11-20");
    assertThat(activities()).hasSize(5);
  }

  @Test
  void anEndThatIsNoDateIsNamed() {
    CliRun.Result result = run(projects, "--until", "soon");

    assertThat(result.exitCode()).isEqualTo(CliException.USAGE);
    assertThat(result.err()).contains("'--until': 'soon' is not a date: write 2026-01-31");
  }

  @Test
  void aPathWithoutTranscriptsIsAnError() {
    CliRun.Result result = run(projects.resolve("none"));

    assertThat(result.exitCode()).isEqualTo(CliException.FAILURE);
    assertThat(result.err()).contains("name a transcript or a directory of them");
  }

  private static TranscriptLines session(String id) {
    return new TranscriptLines(id)
        .prompt(1, PROMPT, "tidy @src/Cart.java")
        .answer(
            2,
            MESSAGE,
            5,
            TranscriptLines.call(TOOL, "Edit", "{\"file_path\":\"/no/such/shop/src/Cart.java\"}"))
        .result(3, TOOL, EDIT);
  }

  private CliRun.Result run(Path path, String... options) {
    List<String> arguments = new ArrayList<>(List.of("import", "claude-code", path.toString()));
    arguments.addAll(Arrays.asList(options));
    return new CliRun(home).with(tracker).aidis(arguments.toArray(String[]::new));
  }

  private List<Json> activities() {
    return tracker.posted().stream()
        .flatMap(body -> Json.read(body).orElseThrow().objects("activities").stream())
        .toList();
  }

  private List<String> ids() {
    return activities().stream().map(activity -> activity.text("id", "")).toList();
  }

  private Json only(String type) {
    List<Json> found =
        activities().stream().filter(activity -> activity.text("type", "").equals(type)).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }
}
