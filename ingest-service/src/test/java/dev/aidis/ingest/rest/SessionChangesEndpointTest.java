package dev.aidis.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SessionChangesEndpointTest {
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
    tracker.publisher().reset();
  }

  @Test
  void aStartTellsGoalTagsAndTheProjectItIsGiven() throws Exception {
    // When
    HttpResponse<String> response =
        tracker.post(
            "/api/v1/session/start",
            "{\"project\":\"parser\",\"goal\":\"Make it fast\",\"tags\":[\"speed\"]}",
            "Aidis-Client",
            "aidis",
            "Aidis-Machine",
            "desktop");
    // Then
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Activity told = told();
    assertThat(told.kind()).isEqualTo(ActivityType.SESSION_STARTED);
    assertThat(told.project()).isEqualTo("parser");
    assertThat(told.body()).isEqualTo("Make it fast");
    assertThat(told.tags()).containsExactly("speed");
    assertThat(told.description()).isEqualTo("Started the session: Make it fast");
    assertThat(told.client()).isEqualTo("aidis");
    assertThat(told.machine()).isEqualTo("desktop");
    assertThat(told.owner()).isEqualTo("ada");
    assertThat(told.aiInvolved()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "goal; {\"goal\":\"Ship it\"}; GOAL_SET; Set the goal of session #48.",
        "project; {\"project\":\"other\"}; PROJECT_SWITCHED; Switched the project of session #48, project aidis.",
        "tag; {\"tags\":[\"a\",\"b\"]}; TAGS_ADDED; Added tags to session #48.",
        "untag; {\"tags\":[\"a\"]}; TAGS_REMOVED; Removed tags from session #48.",
        "note; {\"note\":\"Well done\"}; NOTE_ADDED; Added a note to session #48.",
        "pause; {}; SESSION_PAUSED; Paused session #48.",
        "resume; {}; SESSION_RESUMED; Resumed session #48.",
        "end; {\"notes\":\"Done\"}; SESSION_ENDED; Ended session #48."
      })
  void aChangeIsRecordedAndAnsweredWithWhatCameOfIt(
      String name, String body, ActivityType type, String message) throws Exception {
    // When
    JsonNode answer = RunningTracker.json(tracker.post("/api/v1/session/" + name, body));
    // Then
    assertThat(told().kind()).isEqualTo(type);
    assertThat(answer.path("effect").asString("")).isEqualTo("visible");
    assertThat(answer.path("message").asString("")).isEqualTo(message);
    assertThat(answer.path("session").path("number").asInt()).isEqualTo(48);
  }

  @Test
  void forPeopleAChangeIsASentenceAndAnEndTheReport() throws Exception {
    // When
    String goal = tracker.post("/api/v1/session/goal?format=text", "{\"goal\":\"x\"}").body();
    String end = tracker.post("/api/v1/session/end?format=text", "{}").body();
    // Then
    assertThat(goal).isEqualTo("✅ Set the goal of session #48.\n");
    assertThat(end).startsWith("╔═").contains("Session #48");
  }

  @Test
  void whatIsNotYetVisibleIsOnItsWay() throws Exception {
    // Given
    tracker.sessions().fallBehind();
    // When
    JsonNode answer = RunningTracker.json(tracker.post("/api/v1/session/goal", "{\"goal\":\"x\"}"));
    // Then
    assertThat(answer.path("effect").asString("")).isEqualTo("on_its_way");
    assertThat(answer.has("session")).isFalse();
    assertThat(answer.path("message").asString("")).contains("still on its way");
  }

  @Test
  void whileTheDatabaseIsAwayChangesAreRecorded() throws Exception {
    // Given
    tracker.sessions().breakDown();
    // When
    JsonNode answer = RunningTracker.json(tracker.post("/api/v1/session/end", "{}"));
    // Then
    assertThat(told().kind()).isEqualTo(ActivityType.SESSION_ENDED);
    assertThat(answer.path("effect").asString("")).isEqualTo("unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"end", "pause", "resume", "untag"})
  void whatNeedsASessionIsNotFoundWithoutOne(String name) throws Exception {
    // Given
    tracker.sessions().hasNoSession();
    String body = name.equals("untag") ? "{\"tags\":[\"a\"]}" : "{}";
    // When
    HttpResponse<String> response = tracker.post("/api/v1/session/" + name, body);
    // Then
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("No session of ada/main is open.");
    assertThat(tracker.publisher().published()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"end", "pause", "resume", "untag"})
  void aSessionWhoseFirstActivityIsNotWrittenYetIsThere(String name) throws Exception {
    // Given
    tracker.sessions().hasNoSession();
    tracker.sessions().fallBehind();
    String now = InstantSource.system().instant().toString();
    tracker.post(
        "/api/v1/activities",
        "{\"activities\":[{\"type\":\"note_added\",\"occurredAt\":\"" + now + "\"}]}");
    String body = name.equals("untag") ? "{\"tags\":[\"a\"]}" : "{}";
    // When
    HttpResponse<String> response = tracker.post("/api/v1/session/" + name, body);
    // Then
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(RunningTracker.json(response).path("effect").asString("")).isEqualTo("on_its_way");
    assertThat(tracker.publisher().published()).hasSize(2);
  }

  @Test
  void whileTheSinkIsBehindASessionThatWasEndedIsNotEndedAgain() throws Exception {
    // Given
    tracker.post("/api/v1/session/start", "{}");
    tracker.post("/api/v1/session/end", "{}");
    tracker.sessions().hasNoSession();
    tracker.sessions().fallBehind();
    // When
    HttpResponse<String> response = tracker.post("/api/v1/session/end", "{}");
    // Then
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(tracker.publisher().published()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "goal; {}; goal is missing or empty",
        "goal; {\"goal\":\" \"}; goal is missing or empty",
        "goal; {\"gaol\":\"x\"}; did you mean 'goal'?",
        "goal; {\"goal\":7}; goal 7 must be a text",
        "goal; []; must be a JSON object",
        "goal; {; The body is not JSON",
        "tag; {\"tags\":[]}; tags are missing",
        "tag; {\"tags\":\"a\"}; must be a list of texts",
        "pause; {\"for\":\"lunch\"}; pause takes no field 'for'",
      })
  void whatCannotBeMeantIsRefusedAndNotRecorded(String name, String body, String sentence)
      throws Exception {
    // When
    HttpResponse<String> response = tracker.post("/api/v1/session/" + name, body);
    // Then
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(response.body()).contains(sentence);
    assertThat(tracker.publisher().published()).isEmpty();
  }

  @Test
  void anUnknownChangeIsNotFound() throws Exception {
    // When
    HttpResponse<String> response = tracker.post("/api/v1/session/stop", "{}");
    // Then
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("unknown change 'stop'");
  }

  private static Activity told() {
    List<Activity> activities = tracker.publisher().published();
    assertThat(activities).hasSize(1);
    return activities.getFirst();
  }
}
