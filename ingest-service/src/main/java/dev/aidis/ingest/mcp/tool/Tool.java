package dev.aidis.ingest.mcp.tool;

import dev.aidis.dashboard.AppPage;
import dev.aidis.ingest.mcp.argument.BadArgumentException;
import dev.aidis.ingest.mcp.argument.Parameter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tool of the MCP endpoint. To add one, write a class and name it in {@link McpTools}. */
public interface Tool {

  Description description();

  /** What clients that show views show with its answers; absent where there is only text. */
  default @Nullable AppPage view() {
    return null;
  }

  /**
   * Carries out a call and returns when what it recorded is durable.
   *
   * @throws BadArgumentException if the arguments cannot be meant so
   * @throws dev.aidis.ingest.activity.LogUnavailableException if nothing was recorded
   */
  Answer call(Call call);

  /**
   * How a tool presents itself.
   *
   * @param whenToCall what it does and when to call it, for the assistant
   * @param output the JSON schema of the structured answer
   */
  record Description(
      String name,
      String title,
      String whenToCall,
      Hints hints,
      List<Parameter<?>> parameters,
      Map<String, Object> output) {

    public Description {
      parameters = List.copyOf(parameters);
    }

    public Map<String, Object> input() {
      Schema.Builder input = Schema.object();
      parameters.forEach(
          parameter -> input.property(parameter.name(), parameter.required(), parameter.schema()));
      return input.build();
    }
  }

  /**
   * What a tool answers.
   *
   * @param text for a person to read
   * @param content the same for programs, as the output schema says; holds no nulls
   */
  record Answer(String text, Map<String, Object> content) {}
}
