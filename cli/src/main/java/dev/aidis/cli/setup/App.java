package dev.aidis.cli.setup;

import dev.aidis.cli.Surroundings;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A program that starts MCP servers as its settings say. */
public enum App {
  CLAUDE_DESKTOP("Claude Desktop", "mcpServers", "Claude/claude_desktop_config.json"),
  CURSOR("Cursor", "mcpServers", null),
  VSCODE("Visual Studio Code", "servers", "Code/User/mcp.json");

  private final String title;
  private final String member;
  private final @Nullable String file;

  App(String title, String member, @Nullable String file) {
    this.title = title;
    this.member = member;
    this.file = file;
  }

  /** As the command calls it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As people call it. */
  public String title() {
    return title;
  }

  /** The object that holds the servers. */
  String member() {
    return member;
  }

  /** Where its user's settings are, as each system has them. */
  Path settings(Surroundings surroundings, String system) {
    if (file == null) {
      return surroundings.userHome().resolve(".cursor/mcp.json");
    }
    String appData = surroundings.variable("APPDATA");
    String config = surroundings.variable("XDG_CONFIG_HOME");
    if (system.startsWith("Mac")) {
      return surroundings.userHome().resolve("Library/Application Support").resolve(file);
    }
    if (appData != null && system.startsWith("Windows")) {
      return Path.of(appData).resolve(file);
    }
    return (config == null ? surroundings.userHome().resolve(".config") : Path.of(config))
        .resolve(file);
  }
}
