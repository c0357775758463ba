package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The views that assistants show beside answers, in a host of MCP Apps. */
interface AppViews extends OnDashboard {
  String GROUND = "return getComputedStyle(document.body).backgroundColor";

  /** Opens a page with a host in it, which {@code show(html, input, result, context)} tells. */
  default void openHost() throws IOException {
    browser().openBlank();
    try (InputStream host = AppViews.class.getResourceAsStream("/dashboard/host.js")) {
      browser()
          .script(new String(Objects.requireNonNull(host).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  default void aSessionIsShownWithinAnAssistant() throws Exception {
    String number = tracker().numberOf(DashboardWork.MARKUP);

    String text = shown("session_get", Map.of("session", number), "aidis-session");

    assertThat(text)
        .contains("Session " + number, DashboardWork.MARKUP, "Completion", "Decisions", "+1 −0");
  }

  @Test
  default void theSessionAtHandIsShownWithinAnAssistant() throws Exception {
    assertThat(shown("session_current", Map.of(), "aidis-session"))
        .contains("The session at hand", "src/C.java", "+12 −3", "1 / 2");
  }

  @Test
  default void aWeekIsShownWithinAnAssistant() throws Exception {
    assertThat(shown("sessions_stats", Map.of("period", "week"), "aidis-week"))
        .contains("Your week", "Active", "Active time by day", "Projects", "shop");
  }

  /** Shows it, and returns what is read in it. */
  private String shown(String tool, Map<String, Object> arguments, String app) throws Exception {
    try (McpSyncClient assistant = tracker().client().mcp()) {
      // Given
      assistant.initialize();
      Tool offered =
          assistant.listTools().tools().stream()
              .filter(one -> one.name().equals(tool))
              .findFirst()
              .orElseThrow();
      Map<?, ?> ui = (Map<?, ?>) Objects.requireNonNull(offered.meta()).get("ui");
      String html =
          document(assistant, String.valueOf(Objects.requireNonNull(ui).get("resourceUri")));
      CallToolResult result =
          assistant.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
      assertThat(((TextContent) result.content().getFirst()).text())
          .as("for who shows no views")
          .isNotBlank();

      // When
      openHost();
      browser()
          .script(
              "show(arguments[0], arguments[1], JSON.parse(arguments[2]), {theme: 'dark'})",
              html,
              arguments,
              McpJsonDefaults.getMapper().writeValueAsString(result));

      // Then
      browser().await("the view", () -> browser().number("return told.heights.length") > 0);
      browser().await("its height", () -> browser().number("return told.heights.at(-1)") > 200);
      assertThat(browser().script("return told.app")).isEqualTo(app);
      assertThat(browser().texts("return told.wrong")).isEmpty();
      String text = browser().within("iframe", browser()::wholeText);
      assertThat(browser().within("iframe", () -> browser().script(GROUND)))
          .isEqualTo("rgb(25, 28, 32)");
      browser().script("change({theme: 'light'})");
      browser()
          .await(
              "light",
              () ->
                  "rgb(255, 255, 255)"
                      .equals(browser().within("iframe", () -> browser().script(GROUND))));
      browser().script("tear()");
      browser().await("its end", () -> Boolean.TRUE.equals(browser().script("return told.torn")));
      return text;
    }
  }

  private static String document(McpSyncClient assistant, String uri) {
    TextResourceContents contents =
        (TextResourceContents)
            assistant.readResource(ReadResourceRequest.builder(uri).build()).contents().getFirst();
    assertThat(contents.mimeType()).isEqualTo("text/html;profile=mcp-app");
    return contents.text();
  }
}
