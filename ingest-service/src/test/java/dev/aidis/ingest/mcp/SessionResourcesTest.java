package dev.aidis.ingest.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.ingest.FakeAnswers;
import dev.aidis.ingest.FakeItems;
import dev.aidis.ingest.FakeSessions;
import dev.aidis.ingest.FakeSources;
import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.mcp.SessionResources.Content;
import dev.aidis.ingest.mcp.tool.NothingThereException;
import dev.aidis.schemas.TrackerKey;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SessionResourcesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String ID = FakeSessions.OPEN.id().toString();

  private final SessionResources resources =
      new SessionResources(
          FakeSources.of(new FakeSessions(), new FakeAnswers(), new FakeItems(), NOW),
          JsonMapper.shared());

  @ParameterizedTest
  @ValueSource(strings = {"current", "48"})
  void aSessionIsJson(String name) {
    // When
    Content content = read("ada", "aidis://session/" + name);
    // Then
    assertThat(content.type()).isEqualTo("application/json");
    JsonNode session = JsonMapper.shared().readTree(content.text()).path("session");
    assertThat(session.path("id").asString()).isEqualTo(ID);
    assertThat(session.path("score").path("total").asDouble()).isEqualTo(64.67);
  }

  @Test
  void aTimelineIsJson() {
    assertThat(JsonMapper.shared().readTree(read("ada", timeline()).text()).path("activities"))
        .hasSize(1);
  }

  @Test
  void aReportIsMarkdown() {
    // When
    Content content = read("ada", "aidis://session/48/report");
    // Then
    assertThat(content.type()).isEqualTo("text/markdown");
    assertThat(content.text()).contains("# 📍 Session", "Ship it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aidis://session/49",
        "aidis://session/last",
        "aidis://session/48/files",
        "aidis://session/",
        "file:///etc/passwd"
      })
  void whatIsNotThereIsSaidNotToBe(String uri) {
    assertThatThrownBy(() -> read("ada", uri)).isInstanceOf(NothingThereException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"current", "48", "48/timeline", "48/report", "current/report"})
  void anothersSessionIsNotThere(String name) {
    assertThatThrownBy(() -> read("bob", "aidis://session/" + name))
        .isInstanceOf(NothingThereException.class)
        .hasMessageNotContaining("Ship it");
  }

  private static String timeline() {
    return "aidis://session/" + ID + "/timeline";
  }

  private Content read(String owner, String uri) {
    Caller caller = new Caller(new TrackerKey(owner, "main"), "laptop", null, null, null);
    return resources.read(caller, uri, NOW);
  }
}
