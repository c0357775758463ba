package dev.aidis.ingest.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.ingest.mcp.offer.Offering;
import dev.aidis.ingest.mcp.offer.PromptOffer;
import dev.aidis.ingest.mcp.offer.ResourceOffer;
import dev.aidis.ingest.mcp.offer.ToolOffer;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An error of our own is answered, and what it says stays in the log. */
@Timeout(60)
class McpBrokenTest {
  private static final String SECRET = "password of the database";

  private static final Offering BROKEN =
      new Offering(
          List.of(
              new ToolOffer(
                  Tool.builder("broken", Map.of("type", "object")).build(),
                  (_, _) -> {
                    throw new IllegalStateException(SECRET);
                  })),
          List.of(
              new PromptOffer(
                  Prompt.builder("broken").build(),
                  (_, _) -> {
                    throw new IllegalStateException(SECRET);
                  })),
          List.of(
              new ResourceOffer(
                  Resource.builder("test://broken", "broken").build(),
                  (_, _) -> {
                    throw new IllegalStateException(SECRET);
                  })),
          List.of());

  @Test
  void whatTheDatabaseRefusesIsAMatterOfTheArguments() {
    try (RunningTracker tracker = RunningTracker.start();
        McpSyncClient client = tracker.mcpClient()) {
      // Given
      client.initialize();
      tracker.sessions().refuse();
      // When
      CallToolResult result =
          client.callTool(
              CallToolRequest.builder("sessions_list")
                  .arguments(Map.of("project", "shop"))
                  .build());
      // Then
      assertThat(result.isError()).isTrue();
      assertThat(result.content().toString())
          .contains("not one that the database can look for", "Correct the arguments")
          .doesNotContain("invalid byte sequence");
    }
  }

  @Test
  void whatIsBrokenTellsNothingOfItself() {
    try (RunningTracker tracker = RunningTracker.offering(BROKEN);
        McpSyncClient client = tracker.mcpClient()) {
      client.initialize();
      assertInternalError(() -> client.callTool(CallToolRequest.builder("broken").build()));
      assertInternalError(() -> client.getPrompt(GetPromptRequest.builder("broken").build()));
      assertInternalError(
          () -> client.readResource(ReadResourceRequest.builder("test://broken").build()));
    }
  }

  private static void assertInternalError(ThrowingCallable calling) {
    assertThatThrownBy(calling)
        .hasMessageContaining("error in the tracker itself")
        .hasMessageNotContaining(SECRET)
        .isInstanceOfSatisfying(
            McpError.class, e -> assertThat(e.getJsonRpcError().code()).isEqualTo(-32603));
  }
}
