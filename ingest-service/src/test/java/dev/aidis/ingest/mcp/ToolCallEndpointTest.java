package dev.aidis.ingest.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Ids;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that waited in a spool. */
class ToolCallEndpointTest {
  private static final String PATH = "/api/v1/tool-calls";
  private static final String KEY = "01901234-5678-7abc-8def-0123456789ab";
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
  void forget() {
    tracker.publisher().reset();
  }

  @Test
  void aCallIsRecordedAsOfThenWithIdsThatAreTheSameEachTime() throws Exception {
    // When
    HttpResponse<String> first = call("task_create", "{\"title\": \"Tidy\"}");
    HttpResponse<String> second = call("task_create", "{\"title\": \"Tidy\"}");
    // Then
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(tracker.publisher().published())
        .extracting(Activity::id)
        .containsExactly(id(1), id(1));
    Activity task = tracker.publisher().published().getFirst();
    assertThat(task.taskId()).isEqualTo(id(0));
    assertThat(task.occurredAt()).isEqualTo(Instant.parse("2026-06-28T13:00:00Z"));
    assertThat(task.client()).isEqualTo("claude/1");
    assertThat(task.clientSession()).isEqualTo("c-1");
    assertThat(task.project()).isEqualTo("shop");
    assertThat(task.attributes()).containsEntry("toolUseId", "toolu_1");
  }

  @Test
  void aBadCallIsRefusedWithItsReason() throws Exception {
    assertThat(call("task_create", "{}").statusCode()).isEqualTo(400);
    assertThat(call("task_create", "{}").body()).contains("title is missing");
    assertThat(call("task_list", "{}").body())
        .contains("There is no tool 'task_list' that records");
    assertThat(tracker.post(PATH, "{\"name\": \"session_pause\"}").body())
        .contains("Idempotency-Key");
    assertThat(tracker.publisher().published()).isEmpty();
  }

  private static HttpResponse<String> call(String tool, String arguments) throws Exception {
    return tracker.post(
        PATH,
        "{\"name\": \"%s\", \"arguments\": %s, \"_meta\": {\"claudecode/toolUseId\": \"toolu_1\"}}"
            .formatted(tool, arguments),
        "Idempotency-Key",
        KEY,
        "Aidis-Client",
        "claude/1",
        "Aidis-Client-Session",
        "c-1",
        "Aidis-Repo",
        "/home/ada/shop",
        "Aidis-Occurred-At",
        "2026-06-28T13:00:00Z");
  }

  private static java.util.UUID id(int number) {
    return Ids.nameBased("call:" + KEY + ":" + number);
  }
}
