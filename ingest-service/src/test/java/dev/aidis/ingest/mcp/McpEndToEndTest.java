package dev.aidis.ingest.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.schemas.Activity;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class McpEndToEndTest {
  private RunningTracker tracker;
  private McpSyncClient client;

  @BeforeEach
  void start() {
    tracker = RunningTracker.start();
    client = tracker.mcpClient();
  }

  @AfterEach
  void stop() {
    client.closeGracefully();
    tracker.close();
  }

  @Test
  void aConnectingClientIsAnnouncedBeforeItsFirstTask() {
    // Given
    client.initialize();
    // When
    CallToolResult result =
        client.callTool(
            CallToolRequest.builder("task_create").arguments(Map.of("title", "Write it")).build());
    // Then
    assertThat(result.isError()).as("%s", result).isNotEqualTo(true);
    assertThat(tracker.publisher().published())
        .extracting(Activity::type)
        .containsExactly("client_connected", "task_created");
  }
}
