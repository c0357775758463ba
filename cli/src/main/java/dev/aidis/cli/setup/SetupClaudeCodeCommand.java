package dev.aidis.cli.setup;

import dev.aidis.cli.Launcher;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.tracker.TrackerAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aidis setup claude-code}. */
@Command(
    name = "claude-code",
    description = {
      "Connect Claude Code: its hooks tell the tracker prompts, tools and changed files.",
      "Shows what to change in settings.json of $CLAUDE_CONFIG_DIR or ~/.claude; --write does it."
    })
public final class SetupClaudeCodeCommand implements Callable<Integer> {
  private static final String STATUS_LINE = "statusLine";

  private final Surroundings surroundings;

  @Mixin private SetupOptions options = new SetupOptions();

  @Option(
      names = "--commands",
      description = {
        "Hooks that are commands (aidis hook): they lose nothing while the tracker is away,",
        "and are the choice for a tracker on another machine or with a token."
      })
  private boolean commands;

  @Option(
      names = "--status-line",
      description = "Claude Code's status line too, if there is none: the session at hand.")
  private boolean statusLine;

  public SetupClaudeCodeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    String tracker = TrackerAddress.of(surroundings).toString().replaceFirst("/+$", "");
    ClaudeHooks hooks =
        new ClaudeHooks(tracker, machine(), commands ? Launcher.quoted() + " hook" : null);
    SettingsFile file = options.fileOr(usersSettings());
    options.carryOut(
        file,
        text -> {
          Jsonc document = file.document(text);
          Jsonc changed = options.isUndo() ? without(document) : with(hooks, document);
          return changed == document ? text : changed.text();
        },
        surroundings);
    if (!options.isUndo()) {
      surroundings
          .out()
          .printf(
              "%nConnect the tools, once, in one of these ways:%n%n"
                  + "  claude mcp add --transport http --scope user aidis %s/mcp%n"
                  + "  claude mcp add --scope user aidis -- %s mcp%n",
              tracker, Launcher.quoted());
    }
    return 0;
  }

  private Jsonc with(ClaudeHooks hooks, Jsonc document) {
    Jsonc changed = hooks.in(document);
    Object line = document.at(STATUS_LINE);
    if (!statusLine || (line != null && !isOurs(line))) {
      return changed;
    }
    Map<String, @Nullable Object> ours = new LinkedHashMap<>();
    ours.put("type", "command");
    ours.put("command", Launcher.quoted() + " statusline");
    return ours.equals(line) ? changed : changed.with(ours, STATUS_LINE);
  }

  private static Jsonc without(Jsonc document) {
    Jsonc changed = ClaudeHooks.without(document);
    Object line = document.at(STATUS_LINE);
    return line != null && isOurs(line) ? changed.without(STATUS_LINE) : changed;
  }

  private static boolean isOurs(Object line) {
    return line instanceof Map<?, ?> told
        && String.valueOf(told.get("command")).matches(".*aidis'? statusline.*");
  }

  private Path usersSettings() {
    String directory = surroundings.variable("CLAUDE_CONFIG_DIR");
    Path own = directory == null ? surroundings.userHome().resolve(".claude") : Path.of(directory);
    return own.resolve("settings.json");
  }

  /** To be told only to a tracker elsewhere; the local one knows. */
  private @Nullable String machine() {
    try {
      return surroundings.variable("AIDIS_URL") == null
          ? null
          : InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
