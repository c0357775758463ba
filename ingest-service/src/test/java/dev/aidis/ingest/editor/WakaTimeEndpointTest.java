package dev.aidis.ingest.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.schemas.Activity;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WakaTimeEndpointTest {
  private static final String ROOT = "/compat/wakatime/v1/users/current/";

  /** As wakatime-cli sends them; the two of its own tests, and one that is bad. */
  private static final String BULK =
      """
      [{"branch":"heartbeat","category":"coding","cursorpos":12,"dependencies":["dep1","dep2"],
        "entity":"/home/ada/shop/src/main.go","is_write":true,"language":"Go","lineno":42,"lines":100,
        "human_line_changes":7,"ai_line_changes":-2,"project":"shop","project_root_count":4,
        "type":"file","time":1785598059.123,
        "user_agent":"wakatime/v1.98.3 (linux-6.2-x86_64) go1.22.1 vscode/1.80.2 vscode-wakatime/24.6.0"},
       {"category":"debugging","entity":"HIDDEN.py","type":"file","time":"soon"},
       {"category":"ai coding","entity":"https://docs.example.com/secret?q=1","type":"url","time":1785598060,
        "from_the_future":{"x":[1]}}]""";

  private static final String[] HEADERS = {
    "Authorization", "Basic d2FrYV8xMjM=", "X-Machine-Name", "desk%20top", "Timezone", "Europe/Rome"
  };
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
  void eachHeartbeatIsAnsweredOnItsOwn() throws Exception {
    HttpResponse<String> response = tracker.post(ROOT + "heartbeats.bulk", BULK, HEADERS);

    assertThat(response.statusCode()).isEqualTo(201);
    JsonNode responses = RunningTracker.json(response).path("responses");
    assertThat(responses).hasSize(3);
    assertThat(responses.get(0).get(1).asInt()).isEqualTo(201);
    assertThat(responses.get(0).get(0).path("data").path("entity").asString())
        .isEqualTo("/home/ada/shop/src/main.go");
    assertThat(responses.get(1).get(1).asInt()).isEqualTo(400);
    assertThat(responses.get(1).get(0).path("errors").path("time").get(0).asString()).isNotBlank();
    assertThat(responses.get(2).get(1).asInt()).isEqualTo(201);
  }

  @Test
  void changedLinesAreAChangeOfTheFileByHandAndByAiApart() throws Exception {
    tracker.post(ROOT + "heartbeats.bulk", BULK, HEADERS);

    List<Activity> told = tracker.publisher().published();
    assertThat(told.get(0))
        .returns("file_modified", Activity::type)
        .returns("src/main.go", Activity::filePath)
        .returns("/home/ada/shop", Activity::repo)
        .returns("shop", Activity::project)
        .returns("heartbeat", Activity::branch)
        .returns("desk top", Activity::machine)
        .returns("vscode-wakatime/24.6.0", Activity::client)
        .returns(false, Activity::aiInvolved)
        .returns(7, Activity::linesAdded)
        .returns(0, Activity::linesRemoved);
    assertThat(told.get(1))
        .returns(true, Activity::aiInvolved)
        .returns(0, Activity::linesAdded)
        .returns(2, Activity::linesRemoved);
    assertThat(told.get(2))
        .returns("heartbeat", Activity::type)
        .returns(true, Activity::aiInvolved)
        .returns("Ai coding: docs.example.com", Activity::description);
    assertThat(told).hasSize(3);
  }

  @Test
  void aHeartbeatWithoutChangedLinesTellsThatSomebodyWasAtWork() throws Exception {
    HttpResponse<String> response =
        tracker.post(
            ROOT + "heartbeats",
            """
            {"entity":"/home/ada/shop/src/main.go","type":"file","time":1785598059,"project":"shop"}""",
            "User-Agent",
            "wakatime/v1.98.3 (linux) go1.22 vim/9 vim-wakatime/11.0");

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(RunningTracker.json(response).path("data").path("id").asString()).isNotBlank();
    assertThat(tracker.publisher().published())
        .singleElement()
        .returns("heartbeat", Activity::type)
        .returns("src/main.go", Activity::filePath)
        .returns("laptop", Activity::machine)
        .returns("vim-wakatime/11.0", Activity::client)
        .returns(false, Activity::aiInvolved);
  }

  /** As {@code curl -d} does, unless it is told otherwise. */
  @Test
  void aHeartbeatThatIsSentAsAFormIsReadAllTheSame() {
    HttpRequest request =
        HttpRequest.newBuilder(tracker.uri(ROOT + "heartbeats"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString("{\"entity\":\"/a/b.go\",\"time\":1785598059}"))
            .build();

    assertThat(tracker.sendAsync(request).join().statusCode()).isEqualTo(201);
    assertThat(tracker.publisher().published()).hasSize(1);
  }

  @Test
  void theSameHeartbeatAgainIsTheSameActivity() throws Exception {
    tracker.post(ROOT + "heartbeats.bulk", BULK, HEADERS);
    tracker.post(ROOT + "heartbeats.bulk", BULK, HEADERS);

    assertThat(tracker.publisher().batches()).hasSize(2);
    assertThat(tracker.publisher().published().stream().map(Activity::id).distinct()).hasSize(3);
  }

  @Test
  void linesThatClaudeCodesOwnPluginTellsCountByItsHooksOnly() throws Exception {
    tracker.post(
        ROOT + "heartbeats",
        """
        {"entity":"/a/b.go","time":1785598059,"category":"ai coding","ai_line_changes":50,
         "user_agent":"wakatime/v2 (linux) go1.25 claude-code/2.1.330 claude-code-wakatime/3.1.0"}""");

    assertThat(tracker.publisher().published())
        .singleElement()
        .returns("heartbeat", Activity::type)
        .returns(true, Activity::aiInvolved);
  }

  @Test
  void theStatusBarShowsTheTimeOfToday() throws Exception {
    for (String path : List.of("statusbar/today", "status_bar/today")) {
      HttpResponse<String> response = tracker.get(ROOT + path, HEADERS);

      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      JsonNode total = RunningTracker.json(response).path("data").path("grand_total");
      assertThat(total.path("text").asString()).matches("(\\d+ hrs? )?\\d+ (min|sec)s?");
      assertThat(total.path("total_seconds").isIntegralNumber()).isTrue();
    }
    assertThat(tracker.answers().last())
        .isNotNull()
        .extracting(asked -> asked.zone())
        .hasToString("Europe/Rome");
  }

  @Test
  void aSetupSeesWhoseKeyItIs() throws Exception {
    HttpResponse<String> response = tracker.get("/compat/wakatime/v1/users/current", HEADERS);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(RunningTracker.json(response).path("data").path("username").asString())
        .isEqualTo("ada");
  }

  @Test
  void whenKafkaIsAwayThePluginKeepsThem() throws Exception {
    tracker.publisher().breakDown();
    assertThat(tracker.post(ROOT + "heartbeats.bulk", BULK, HEADERS).statusCode()).isEqualTo(503);
  }

  @Test
  void whatIsNoListIsRefused() throws Exception {
    assertThat(tracker.post(ROOT + "heartbeats.bulk", "{}", HEADERS).statusCode()).isEqualTo(400);
    assertThat(tracker.post(ROOT + "heartbeats", "[]", HEADERS).statusCode()).isEqualTo(400);
  }
}
