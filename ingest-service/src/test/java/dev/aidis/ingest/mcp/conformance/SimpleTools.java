package dev.aidis.ingest.mcp.conformance;

import dev.aidis.ingest.mcp.offer.Dialog;
import dev.aidis.ingest.mcp.offer.ToolOffer;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.AudioContent;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Tools that ask nobody. */
final class SimpleTools {
  static final Map<String, Object> NO_ARGUMENTS = Map.of("type", "object", "properties", Map.of());
  private static final int MISSING_CAPABILITY = -32021;

  private static final String SCHEMA_2020_12 =
      """
      {"$schema": "https://json-schema.org/draft/2020-12/schema",
       "type": "object",
       "$defs": {"address": {"$anchor": "addressDef", "type": "object", "properties":
         {"street": {"type": "string"}, "city": {"type": "string"}}}},
       "properties": {"name": {"type": "string"}, "address": {"$ref": "#/$defs/address"},
         "contactMethod": {"type": "string", "enum": ["phone", "email"]},
         "phone": {"type": "string"}, "email": {"type": "string"}},
       "allOf": [{"anyOf": [{"required": ["phone"]}, {"required": ["email"]}]}],
       "if": {"properties": {"contactMethod": {"const": "phone"}}, "required": ["contactMethod"]},
       "then": {"required": ["phone"]},
       "else": {"required": ["email"]},
       "additionalProperties": false}""";

  private SimpleTools() {}

  static List<ToolOffer> all() {
    return List.of(
        tool("test_simple_text", _ -> Contents.text("This is a simple text response for testing.")),
        tool("test_image_content", _ -> Contents.result(Contents.image())),
        tool(
            "test_audio_content",
            _ -> Contents.result(AudioContent.builder(Contents.WAV, "audio/wav").build())),
        tool(
            "test_embedded_resource",
            _ ->
                Contents.result(
                    Contents.resource(
                        "test://embedded-resource",
                        "text/plain",
                        "This is an embedded resource content."))),
        tool(
            "test_multiple_content_types",
            _ ->
                Contents.result(
                    TextContent.builder("Multiple content types test:").build(),
                    Contents.image(),
                    Contents.resource(
                        "test://mixed-content-resource",
                        "application/json",
                        "{\"test\":\"data\",\"value\":123}"))),
        tool("test_tool_with_logging", SimpleTools::log),
        tool("test_logging_tool", SimpleTools::log),
        tool("test_tool_with_progress", SimpleTools::progress),
        tool("test_streaming_elicitation", SimpleTools::progress),
        tool(
            "test_error_handling",
            _ ->
                CallToolResult.builder()
                    .addTextContent("This tool intentionally returns an error for testing")
                    .isError(true)
                    .build()),
        tool("test_missing_capability", SimpleTools::needSampling),
        new ToolOffer(
            Tool.builder("json_schema_2020_12_tool", parsed(SCHEMA_2020_12))
                .description("Tool with JSON Schema 2020-12 features")
                .build(),
            (_, _) -> Contents.text("ok")),
        new ToolOffer(
            Tool.builder(
                    "test_mirrored_header",
                    parsed(
                        """
                        {"type": "object", "properties":
                          {"region": {"type": "string", "x-mcp-header": "Region"}}}"""))
                .description("Has an argument that is repeated in a header")
                .build(),
            (_, request) -> Contents.text("region " + request.arguments().get("region"))));
  }

  /** What a tool without arguments does. */
  @FunctionalInterface
  interface Deed {
    CallToolResult of(Dialog dialog);
  }

  static ToolOffer tool(String name, Deed deed) {
    return new ToolOffer(
        Tool.builder(name, NO_ARGUMENTS).description("For the conformance suite").build(),
        (dialog, _) -> deed.of(dialog));
  }

  private static CallToolResult log(Dialog dialog) {
    for (String step : List.of("started", "processing data", "completed")) {
      dialog.log(LoggingLevel.INFO, "Tool execution " + step);
    }
    return Contents.text("Tool execution completed with logging");
  }

  private static CallToolResult progress(Dialog dialog) {
    for (int done : List.of(0, 50, 100)) {
      dialog.progress(done, 100);
    }
    return Contents.text("Tool execution completed with progress");
  }

  private static CallToolResult needSampling(Dialog dialog) {
    if (dialog.capabilities().sampling() == null) {
      throw McpError.builder(MISSING_CAPABILITY)
          .message("This tool needs sampling")
          .data(Map.of("requiredCapabilities", Map.of("sampling", Map.of())))
          .build();
    }
    return Contents.text("Success");
  }

  @SuppressWarnings("unchecked") // keys of a JSON object are texts
  static Map<String, Object> parsed(String json) {
    return JsonMapper.shared().readValue(json, Map.class);
  }
}
