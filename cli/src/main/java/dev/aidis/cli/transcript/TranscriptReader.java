package dev.aidis.cli.transcript;

import dev.aidis.cli.http.Json;
import dev.aidis.cli.intake.ImportRun;
import dev.aidis.cli.intake.NewActivity;
import dev.aidis.cli.period.Until;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.fact.ClaudeCodeFacts;
import dev.aidis.schemas.fact.FileMentions;
import dev.aidis.schemas.fact.LinkedWorkTree;
import dev.aidis.schemas.fact.RepoName;
import dev.aidis.schemas.fact.WorkPlace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rows of one transcript mean, in the words of {@code docs/hooks.md}. */
final class TranscriptReader {
  private static final int MAX_MENTIONS = 200;
  private static final Set<String> EDITORS = Set.of("Edit", "MultiEdit", "Write", "NotebookEdit");

  /** What rows that no model wrote name as their model. */
  private static final String NO_MODEL = "<synthetic>";

  private final ImportRun run;
  private final Choices choices;
  private final Tally tally;
  private final Places places;
  private final TokenUses tokens = new TokenUses();
  private final Map<String, ToolCall> calls = new HashMap<>();
  private @Nullable String model;

  /**
   * What the user wants of it.
   *
   * @param since what happened then or later; all if absent
   * @param until what it holds; all if absent
   * @param project that all of it is; else the repository's name
   * @param keepPrompts whether the texts of prompts are kept
   * @param ownServer what this tracker's MCP server is called: it recorded its own tools' uses
   */
  record Choices(
      @Nullable Instant since,
      @Nullable Until until,
      @Nullable String project,
      boolean keepPrompts,
      String ownServer) {}

  /** A tool's use whose result is still to come. */
  private record ToolCall(String name, @Nullable String file, @Nullable String model) {}

  TranscriptReader(ImportRun run, Choices choices, Tally tally, Path transcript) {
    this.run = run;
    this.choices = choices;
    this.tally = tally;
    this.places = new Places(transcript);
  }

  /** Takes one row; why it could not be read, if so. */
  Optional<String> read(Row row) {
    boolean tells = row.type().equals("user") || row.type().equals("assistant");
    if (!tells) {
      return Optional.empty();
    }
    Instant at = row.at();
    if (at == null) {
      return Optional.of("a row of type " + row.type() + " without a timestamp");
    }
    if (row.type().equals("assistant")) {
      readAnswer(row, at);
    } else {
      readUser(row, at);
    }
    return Optional.empty();
  }

  /** Sends what is complete only now. */
  void end() {
    tokens.forEach(
        (fact, use) -> {
          if (isWanted(use.scene().at()) && run.send(use.activity(fact))) {
            tally.add(use);
          }
        });
  }

  private void readAnswer(Row row, Instant at) {
    Json message = row.message();
    String told = message.text("model");
    boolean synthetic = NO_MODEL.equals(told);
    if (told != null && !synthetic) {
      model = told;
      tally.models.add(told);
    }
    for (Json call : row.parts("tool_use")) {
      Json input = call.object("input");
      String file = input.text("file_path");
      calls.put(
          call.text("id", ""),
          new ToolCall(
              call.text("name", ""), file == null ? input.text("notebook_path") : file, model));
    }
    if (!synthetic && !message.object("usage").names().isEmpty()) {
      String fact = ClaudeCodeFacts.tokens(row.json().text("requestId"), message.text("id"));
      tokens.tell(fact, TokenUses.Use.of(scene(row, at, model), row));
    }
  }

  private void readUser(Row row, Instant at) {
    for (Json result : row.parts("tool_result")) {
      String id = result.text("tool_use_id", "");
      ToolCall call = calls.remove(id);
      if (call != null && !isOwn(call) && !wasRefused(row) && isWanted(at)) {
        sendToolUse(row, at, id, call, "true".equals(result.text("is_error")));
      }
    }
    if (Prompts.isPrompt(row) && isWanted(at)) {
      sendPrompt(row, at);
    }
  }

  private void sendToolUse(Row row, Instant at, String id, ToolCall call, boolean failed) {
    Scene scene = scene(row, at, call.model);
    NewActivity used =
        scene
            .activity(ActivityType.TOOL_USED.wireName(), ClaudeCodeFacts.toolUse(id))
            .aiInvolved()
            .attribute("tool", call.name)
            .attribute("toolUseId", id)
            .attribute("failed", failed ? true : null)
            .description((failed ? "Tried " : "Used ") + call.name);
    if (run.send(used)) {
      tally.toolUses++;
    }
    Json result = row.json().object("toolUseResult");
    String answered = result.text("filePath");
    String file = answered == null ? call.file : answered;
    if (!failed && file != null && (EDITORS.contains(call.name) || Patch.tells(result))) {
      scene.place().nameOf(file).ifPresent(name -> sendChange(scene, id, name, result));
    }
  }

  private void sendChange(Scene scene, String id, String file, Json result) {
    NewActivity modified =
        scene
            .activity(ActivityType.FILE_MODIFIED.wireName(), ClaudeCodeFacts.changedFile(id))
            .aiInvolved()
            .text("filePath", file)
            .description("Modified: " + file);
    Optional<Patch> patch = Patch.of(result);
    patch.ifPresent(lines -> modified.lines(lines.added(), lines.removed()));
    if (run.send(modified)) {
      tally.changes++;
      tally.linesAdded += patch.map(Patch::added).orElse(0L);
      tally.linesRemoved += patch.map(Patch::removed).orElse(0L);
    }
  }

  private void sendPrompt(Row row, Instant at) {
    String promptId = row.json().text("promptId");
    String fact = ClaudeCodeFacts.prompt(promptId == null ? "" + row.uuid() : promptId);
    Scene scene = scene(row, at, model);
    String text = row.text();
    NewActivity prompt = scene.activity(ActivityType.PROMPT_SUBMITTED.wireName(), fact);
    if (choices.keepPrompts && !text.isBlank()) {
      prompt.body(text.strip()).description("Prompt: " + text);
    } else {
      prompt.description("Prompt");
    }
    if (run.send(prompt)) {
      tally.prompts++;
    }
    FileMentions.in(text).stream()
        .flatMap(path -> scene.place().nameOf(path).stream())
        .distinct()
        .limit(MAX_MENTIONS)
        .forEach(file -> sendMention(scene, fact, file));
  }

  private void sendMention(Scene scene, String fact, String file) {
    NewActivity mentioned =
        scene
            .activity(ActivityType.FILE_MENTIONED.wireName(), fact + ":" + file)
            .text("filePath", file)
            .description("Mentioned: " + file);
    if (run.send(mentioned)) {
      tally.mentions++;
    }
  }

  private Scene scene(Row row, Instant at, @Nullable String by) {
    WorkPlace place = places.of(row.directory());
    String root = place.root();
    String project =
        choices.project != null || root == null
            ? choices.project
            : RepoName.of(LinkedWorkTree.repositoryOf(root)).orElse(null);
    String session = row.session();
    if (session != null) {
      tally.sessions.add(session);
    }
    return new Scene(
        new ClaudeCodeFacts(run.trackerKey(), session), at, place, project, row.branch(), by);
  }

  private boolean isOwn(ToolCall call) {
    return call.name.startsWith("mcp__" + choices.ownServer + "__");
  }

  /** The user did not let the tool run. */
  private static boolean wasRefused(Row row) {
    return row.json().object("permissionDecision").text("decision", "").equals("reject")
        || row.json().text("toolUseResult", "").startsWith("User rejected");
  }

  private boolean isWanted(Instant at) {
    return (choices.since == null || !at.isBefore(choices.since))
        && (choices.until == null || choices.until.holds(at));
  }
}
