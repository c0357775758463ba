package dev.aidis.ingest.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.schemas.Activity;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The SDK's own client against the running service. */
@Timeout(60)
class McpEndToEndTest {
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
    tracker.publisher().reset();
    tracker.sessions().reset();
  }

  @Test
  void aConnectingClientIsAnnouncedBeforeItsFirstTask() {
    try (McpSyncClient client =
        tracker.mcpClient("Aidis-Project", "shop", "Aidis-Workspace", "a")) {
      // When
      client.initialize();
      call(client, "task_create", Map.of("title", "Write it"));
      // Then
      assertThat(tracker.publisher().published())
          .extracting(Activity::type, Activity::project, Activity::workspace, Activity::client)
          .containsExactly(
              tuple("client_connected", "shop", "a", "test-client/1.0"),
              tuple("task_created", "shop", "a", "test-client/1.0"));
      assertThat(tracker.publisher().published())
          .extracting(Activity::clientSession)
          .doesNotContainNull()
          .containsOnly(tracker.publisher().published().getFirst().clientSession());
    }
  }

  @Test
  void aSwitchOfTheProjectHoldsForWhatComesAfter() {
    try (McpSyncClient client =
        tracker.mcpClient("Aidis-Project", "shop", "Aidis-Workspace", "b")) {
      // Given
      client.initialize();
      call(client, "session_project", Map.of("project", "till"));
      // When
      call(client, "task_create", Map.of("title", "Write it"));
      // Then
      assertThat(tracker.publisher().published())
          .extracting(Activity::type, Activity::project)
          .containsExactly(
              tuple("client_connected", "shop"),
              tuple("project_switched", "till"),
              tuple("task_created", "till"));
    }
  }

  @Test
  void twoClientsInTwoProjectsDoNotMixThemUp() {
    try (McpSyncClient shop = tracker.mcpClient("Aidis-Project", "shop", "Aidis-Workspace", "c");
        McpSyncClient till = tracker.mcpClient("Aidis-Project", "till", "Aidis-Workspace", "c")) {
      // Given
      shop.initialize();
      call(shop, "task_create", Map.of("title", "One"));
      till.initialize();
      call(till, "task_create", Map.of("title", "Two"));
      // When
      call(shop, "task_create", Map.of("title", "Three"));
      // Then
      assertThat(tracker.publisher().published())
          .filteredOn(activity -> activity.title() != null)
          .extracting(Activity::title, Activity::project)
          .containsExactly(tuple("One", "shop"), tuple("Two", "till"), tuple("Three", "shop"));
    }
  }

  @Test
  void theToolUseIdAndTheClientsSessionAreKept() {
    try (McpSyncClient client = tracker.mcpClient()) {
      // Given
      client.initialize();
      Map<String, Object> meta =
          Map.of("claudecode/toolUseId", "toolu_7", "aidis/clientSession", "s-7");
      // When
      client.callTool(
          CallToolRequest.builder("session_note")
              .arguments(Map.of("note", "n"))
              .meta(meta)
              .build());
      // Then
      assertThat(tracker.publisher().published().getLast())
          .returns("s-7", Activity::clientSession)
          .returns(Map.of("toolUseId", "toolu_7"), Activity::attributes);
    }
  }

  @Test
  void everyToolIsListedWithItsSchemasAndHints() {
    try (McpSyncClient client = tracker.mcpClient()) {
      // Given
      client.initialize();
      // When
      Map<String, McpSchema.Tool> tools =
          client.listTools().tools().stream()
              .collect(Collectors.toMap(McpSchema.Tool::name, tool -> tool));
      // Then
      assertThat(tools).hasSize(28);
      tools
          .values()
          .forEach(
              tool -> {
                assertThat(tool.title()).isNotBlank();
                assertThat(tool.description()).hasSizeGreaterThan(80);
                assertThat(tool.inputSchema()).containsEntry("additionalProperties", false);
                assertThat(tool.outputSchema()).containsEntry("type", "object");
              });
      assertThat(hints(tools, "session_current").readOnlyHint()).isTrue();
      assertThat(hints(tools, "session_goal").idempotentHint()).isTrue();
      assertThat(hints(tools, "task_create"))
          .returns(false, McpSchema.ToolAnnotations::readOnlyHint)
          .returns(false, McpSchema.ToolAnnotations::destructiveHint)
          .returns(false, McpSchema.ToolAnnotations::idempotentHint);
    }
  }

  @Test
  void aStructuredAnswerFitsItsSchemaAndHoldsNoNull() {
    try (McpSyncClient client = tracker.mcpClient()) {
      // Given
      client.initialize();
      // When
      CallToolResult result = call(client, "session_end", Map.of());
      // Then
      McpSchema.Tool tool =
          client.listTools().tools().stream()
              .filter(one -> one.name().equals("session_end"))
              .findFirst()
              .orElseThrow();
      Object content = Objects.requireNonNull(result.structuredContent());
      assertThat(
              McpJsonDefaults.getSchemaValidator().validate(tool.outputSchema(), content).valid())
          .isTrue();
      assertThat(content.toString()).doesNotContain("null");
    }
  }

  @Test
  void wrongArgumentsAreAnsweredWithWhatToDo() {
    try (McpSyncClient client = tracker.mcpClient()) {
      // Given
      client.initialize();
      // When
      CallToolResult result = call(client, "task_create", Map.of("titel", "x"));
      // Then
      assertThat(result.isError()).isTrue();
      assertThat(text(result))
          .isEqualTo(
              "task_create did nothing: unknown argument 'titel'; did you mean 'title'?; title is"
                  + " missing: What is to be done, in one line, such as 'Add refresh tokens'."
                  + " Correct the arguments and call it again.");
    }
  }

  @Test
  void whatIsNotThereIsAnsweredWithWhatToDo() {
    try (McpSyncClient client = tracker.mcpClient()) {
      // Given
      client.initialize();
      // When
      CallToolResult result = call(client, "session_get", Map.of("session", "49"));
      // Then
      assertThat(result.isError()).isTrue();
      assertThat(text(result))
          .isEqualTo("The user has no session 49. sessions_list shows those there are.");
    }
  }

  @Test
  void whileTheLogIsAwayAToolSaysSo() {
    try (McpSyncClient client = tracker.mcpClient()) {
      // Given
      client.initialize();
      tracker.publisher().breakDown();
      // When
      CallToolResult result = call(client, "task_create", Map.of("title", "x"));
      // Then
      assertThat(result.isError()).isTrue();
      assertThat(text(result))
          .isEqualTo("task_create failed: Kafka is away; start it and send again.");
    }
  }

  @Test
  void whileTheDatabaseIsAwayTheCurrentSessionCannotBeTold() {
    try (McpSyncClient client = tracker.mcpClient()) {
      // Given
      client.initialize();
      tracker.sessions().breakDown();
      // When
      CallToolResult result = call(client, "session_current", Map.of());
      // Then
      assertThat(result.isError()).isTrue();
      assertThat(text(result)).contains("the database is away", "Recording goes on");
    }
  }

  private static CallToolResult call(
      McpSyncClient client, String tool, Map<String, Object> arguments) {
    return client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private static McpSchema.ToolAnnotations hints(Map<String, McpSchema.Tool> tools, String name) {
    return Objects.requireNonNull(tools.get(name)).annotations();
  }

  private static String text(CallToolResult result) {
    return ((TextContent) result.content().getFirst()).text();
  }
}
