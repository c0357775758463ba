package dev.aidis.ingest.hooks;

import dev.aidis.ingest.session.ToolUses;
import dev.aidis.schemas.TrackerKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells this tracker's own tools from others. They record what they do as they are called.
 *
 * @param server the name of this tracker's MCP endpoint in the assistant's settings
 * @param recorded uses that came in over MCP, whatever name the endpoint has there
 */
record OwnTools(String server, ToolUses recorded) {
  private static final Set<String> NAMING_A_PROJECT = Set.of("session_start", "session_project");

  boolean isOwn(TrackerKey key, @Nullable String tool, @Nullable String useId) {
    return tool != null
        && (tool.startsWith("mcp__" + server + "__")
            || (useId != null && recorded.isRecorded(key, useId)));
  }

  /** The project that a use of an own tool names, if it is one that can. */
  @Nullable String projectNamedBy(TrackerKey key, Payload payload) {
    String tool = payload.name("tool_name");
    boolean names =
        tool != null
            && payload.event() == HookEvent.POST_TOOL_USE
            && NAMING_A_PROJECT.contains(tool.substring(tool.lastIndexOf("__") + 2))
            && isOwn(key, tool, payload.name("tool_use_id"));
    return names ? payload.input("project") : null;
  }
}
