package dev.aidis.ingest.mcp.conformance;

import dev.aidis.ingest.mcp.offer.Answers;
import dev.aidis.ingest.mcp.offer.Dialog;
import dev.aidis.ingest.mcp.offer.PromptOffer;
import dev.aidis.ingest.mcp.offer.Questions;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The suite's prompts. */
final class Prompts {
  private Prompts() {}

  static List<PromptOffer> all() {
    return List.of(
        prompt("test_simple_prompt", (_, _) -> says(text("This is a simple prompt for testing."))),
        prompt(
            "test_prompt_with_arguments",
            (_, request) ->
                says(
                    text(
                        "Prompt with arguments: arg1='%s', arg2='%s'"
                            .formatted(
                                request.arguments().get("arg1"), request.arguments().get("arg2")))),
            "arg1",
            "arg2"),
        prompt("test_prompt_with_embedded_resource", Prompts::embed, "resourceUri"),
        prompt(
            "test_prompt_with_image",
            (_, _) -> says(Contents.image(), text("Please analyze the image above."))),
        prompt("test_input_required_result_prompt", Prompts::ask));
  }

  private static PromptOffer prompt(String name, PromptOffer.Handler handler, String... arguments) {
    return new PromptOffer(
        Prompt.builder(name)
            .description("For the conformance suite")
            .arguments(
                Stream.of(arguments)
                    .map(argument -> PromptArgument.builder(argument).required(true).build())
                    .toList())
            .build(),
        handler);
  }

  private static GetPromptResult embed(Dialog dialog, GetPromptRequest request) {
    return says(
        Contents.resource(
            String.valueOf(request.arguments().get("resourceUri")),
            "text/plain",
            "Embedded resource content for testing."),
        text("Please process the embedded resource above."));
  }

  private static GetPromptResult ask(Dialog dialog, GetPromptRequest request) {
    Answers answers =
        dialog.ask(
            Questions.of(
                "user_context",
                AskingTools.text("What context should the prompt use?", "context")));
    return says(text("Context: " + answers.form("user_context").map(ElicitResult::content)));
  }

  private static TextContent text(String text) {
    return TextContent.builder(text).build();
  }

  private static GetPromptResult says(Content... contents) {
    return GetPromptResult.builder(
            Arrays.stream(contents)
                .map(content -> PromptMessage.builder(Role.USER, content).build())
                .toList())
        .build();
  }
}
