package dev.aidis.ingest.editor;

import dev.aidis.schemas.ActivityLimits;
import org.jspecify.annotations.Nullable;

/**
 * What sent a heartbeat.
 *
 * @param name such as {@code vscode-wakatime/24.6.0}
 */
record Editor(String name) {
  private static final String UNKNOWN = "wakatime";

  /**
   * The plugin is the last word: {@code wakatime/v1.98.3 (linux-6.2-x86_64) go1.22.1 vscode/1.80.2
   * vscode-wakatime/24.6.0}.
   */
  static Editor of(@Nullable String userAgent) {
    String[] words = userAgent == null ? new String[0] : userAgent.strip().split("\\s+");
    String last = words.length == 0 ? "" : words[words.length - 1];
    boolean named = last.contains("/") && last.length() <= ActivityLimits.SHORT;
    return new Editor(named ? last : UNKNOWN);
  }

  /**
   * Whether it is the plugin of an assistant whose hooks tell what it changes: those lines count
   * once, as hooks tell them.
   */
  boolean isAssistant() {
    return name.contains("claude-code");
  }
}
