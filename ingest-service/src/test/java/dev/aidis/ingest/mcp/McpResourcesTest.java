package dev.aidis.ingest.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.ingest.RunningTracker;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resources and prompts, as the SDK's own client finds them. */
@Timeout(60)
class McpResourcesTest {
  private static RunningTracker tracker;

  @BeforeAll
  static void start() {
    tracker = RunningTracker.start();
  }

  @AfterAll
  static void stop() {
    tracker.close();
  }

  @BeforeEach
  void reset() {
    tracker.sessions().reset();
  }

  @Test
  void theCurrentSessionAndTheKindsOfResourcesAreListed() {
    try (McpSyncClient client = tracker.mcpClient()) {
      // Given
      client.initialize();
      // When, Then
      assertThat(client.listResources().resources())
          .extracting(Resource::uri)
          .containsExactlyInAnyOrder(
              "aidis://session/current", "ui://aidis/session.html", "ui://aidis/week.html");
      assertThat(client.listResourceTemplates().resourceTemplates())
          .extracting(ResourceTemplate::uriTemplate)
          .containsExactlyInAnyOrder(
              "aidis://session/{session}",
              "aidis://session/{session}/timeline",
              "aidis://session/{session}/report",
              "aidis://stats/{period}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "aidis://session/current, number",
    "aidis://session/48, number",
    "aidis://session/48/timeline, task_created",
    "aidis://session/current/report, Ship it",
    "aidis://stats/30d, average_score"
  })
  void aResourceIsRead(String uri, String part) {
    try (McpSyncClient client = tracker.mcpClient()) {
      // Given
      client.initialize();
      // When
      TextResourceContents contents =
          (TextResourceContents)
              client.readResource(ReadResourceRequest.builder(uri).build()).contents().getFirst();
      // Then
      assertThat(contents.uri()).isEqualTo(uri);
      assertThat(contents.text()).contains(part);
    }
  }

  /** MCP Apps: the tool names a view, the view is a document that loads nothing. */
  @ParameterizedTest
  @CsvSource({
    "session_current, ui://aidis/session.html",
    "session_get, ui://aidis/session.html",
    "sessions_stats, ui://aidis/week.html"
  })
  void aToolNamesTheViewOfItsAnswer(String tool, String uri) {
    try (McpSyncClient client = tracker.mcpClient()) {
      // Given
      client.initialize();
      // When
      Tool described =
          client.listTools().tools().stream()
              .filter(one -> one.name().equals(tool))
              .findFirst()
              .orElseThrow();
      TextResourceContents view =
          (TextResourceContents)
              client.readResource(ReadResourceRequest.builder(uri).build()).contents().getFirst();
      // Then
      assertThat(described.meta()).containsEntry("ui", Map.of("resourceUri", uri));
      assertThat(view.mimeType()).isEqualTo("text/html;profile=mcp-app");
      assertThat(view.text())
          .contains("ui/initialize", "ui/notifications/tool-result")
          .doesNotContainPattern("(?m)^(import|export) |src=|https?://|innerHTML");
    }
  }

  @Test
  void aSessionThatIsNotThereIsSaidNotToBe() {
    try (McpSyncClient client = tracker.mcpClient()) {
      // Given
      client.initialize();
      ReadResourceRequest request =
          ReadResourceRequest.builder("aidis://session/49/report").build();
      // When, Then
      assertThatThrownBy(() -> client.readResource(request))
          .hasMessageContaining("The user has no session 49.");
    }
  }

  @Test
  void whileTheDatabaseIsAwayAResourceSaysSo() {
    try (McpSyncClient client = tracker.mcpClient()) {
      // Given
      client.initialize();
      tracker.sessions().breakDown();
      ReadResourceRequest request = ReadResourceRequest.builder("aidis://session/48").build();
      // When, Then
      assertThatThrownBy(() -> client.readResource(request))
          .hasMessageContaining("The database is away");
    }
  }

  @Test
  void promptsAreListedAndFilledIn() {
    try (McpSyncClient client = tracker.mcpClient()) {
      // Given
      client.initialize();
      // When
      var message =
          client
              .getPrompt(
                  GetPromptRequest.builder("start_session")
                      .arguments(Map.of("goal", "Ship it"))
                      .build())
              .messages()
              .getFirst();
      // Then
      assertThat(client.listPrompts().prompts())
          .extracting(Prompt::name)
          .containsExactlyInAnyOrder(
              "start_session", "retrospective", "summarize_decisions", "weekly_review");
      assertThat(((TextContent) message.content()).text())
          .contains("session_start", "goal: Ship it");
    }
  }
}
