package dev.aidis.cli.setup;

import dev.aidis.cli.Launcher;
import dev.aidis.cli.Surroundings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code aidis setup claude-desktop}, {@code cursor} and {@code vscode}. */
@Command
public final class SetupAppCommand implements Callable<Integer> {
  private static final String SERVER = "aidis";

  private final Surroundings surroundings;
  private final App app;

  @Mixin private SetupOptions options = new SetupOptions();

  private SetupAppCommand(Surroundings surroundings, App app) {
    this.surroundings = surroundings;
    this.app = app;
  }

  /** The command for a program. */
  public static CommandLine of(Surroundings surroundings, App app) {
    CommandLine command = new CommandLine(new SetupAppCommand(surroundings, app));
    command
        .getCommandSpec()
        .name(app.wireName())
        .usageMessage()
        .description(
            "Connect " + app.title() + ": it starts the stdio bridge (aidis mcp) as an MCP server.",
            "Shows what to change in its settings; --write does it. Comments there stay.");
    return command;
  }

  @Override
  public Integer call() {
    SettingsFile file =
        options.fileOr(app.settings(surroundings, System.getProperty("os.name", "")));
    options.carryOut(file, text -> changed(file.document(text), text), surroundings);
    return 0;
  }

  private String changed(Jsonc document, String text) {
    Object there = document.at(app.member(), SERVER);
    if (options.isUndo()) {
      return there == null ? text : document.without(app.member(), SERVER).text();
    }
    Map<String, @Nullable Object> server = server();
    return server.equals(there) ? text : document.with(server, app.member(), SERVER).text();
  }

  private Map<String, @Nullable Object> server() {
    Map<String, @Nullable Object> server = new LinkedHashMap<>();
    if (app == App.VSCODE) {
      server.put("type", "stdio");
    }
    server.put("command", Launcher.path());
    server.put("args", List.of("mcp"));
    return server;
  }
}
