package dev.aidis.ingest.mcp;

import dev.aidis.ingest.mcp.offer.PromptOffer;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.Map;

/** Offers a {@link Guide} to clients. */
final class GuideAdapter {
  private GuideAdapter() {}

  static PromptOffer adapt(Guide guide) {
    return new PromptOffer(describe(guide), (_, request) -> answer(guide, request));
  }

  private static Prompt describe(Guide guide) {
    return Prompt.builder(guide.name())
        .title(guide.title())
        .description(guide.description())
        .arguments(
            guide.details().entrySet().stream()
                .map(
                    detail ->
                        PromptArgument.builder(detail.getKey())
                            .description(detail.getValue())
                            .required(false)
                            .build())
                .toList())
        .build();
  }

  private static GetPromptResult answer(Guide guide, GetPromptRequest request) {
    Map<String, Object> given = request.arguments() == null ? Map.of() : request.arguments();
    return GetPromptResult.builder(
            List.of(
                PromptMessage.builder(Role.USER, TextContent.builder(guide.text(given)).build())
                    .build()))
        .description(guide.description())
        .build();
  }
}
