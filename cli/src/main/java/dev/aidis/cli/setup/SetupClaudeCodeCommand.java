package dev.aidis.cli.setup;

import dev.aidis.cli.Surroundings;
import dev.aidis.cli.tracker.TrackerAddress;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aidis setup claude-code}. */
@Command(
    name = "claude-code",
    description = {
      "Connect Claude Code: its hooks tell the tracker prompts, tools and changed files.",
      "Prints what to put into its settings; --write puts it there and keeps a copy of the file."
    })
public final class SetupClaudeCodeCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--write",
      description = "Put the hooks into the settings; again changes nothing.")
  private boolean write;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description =
          "The settings; else settings.json in $CLAUDE_CONFIG_DIR or ~/.claude. A project's are in"
              + " .claude/settings.json.")
  private @Nullable Path settings;

  public SetupClaudeCodeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    String tracker = TrackerAddress.of(surroundings).toString().replaceFirst("/+$", "");
    ClaudeHooks hooks = new ClaudeHooks(tracker, machine());
    SettingsFile file = new SettingsFile(settings == null ? usersSettings() : settings);
    PrintStream out = surroundings.out();
    if (write) {
      write(hooks, file);
    } else {
      out.printf(
          "Put this into %s, or let `aidis setup claude-code --write` do it:%n%n%s",
          file.path(), JsonTree.write(hooks.in(new LinkedHashMap<>())));
    }
    out.printf(
        "%nConnect the tools, once:%n%n  claude mcp add --transport http --scope user aidis %s/mcp%n",
        tracker);
    return 0;
  }

  private void write(ClaudeHooks hooks, SettingsFile file) {
    Map<String, @Nullable Object> before = file.read();
    Map<String, @Nullable Object> after = hooks.in(before);
    PrintStream out = surroundings.out();
    if (after.equals(before)) {
      out.printf("The hooks are in %s already.%n", file.path());
      return;
    }
    Optional<Path> copy = file.write(after, surroundings.clock().instant());
    out.printf("The hooks are in %s now; Claude Code reads it when it starts.%n", file.path());
    copy.ifPresent(path -> out.printf("The file as it was: %s%n", path));
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
