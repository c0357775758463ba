package dev.aidis.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.schemas.Activity;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ActivitiesEndpointTest {
  private static RunningTracker tracker;

  @BeforeAll
  static void start() {
    tracker = RunningTracker.start();
  }

  @AfterAll
  static void stop() {
    tracker.close();
  }

  @Test
  void aBadItemNeverBlocksTheGoodOnes() throws Exception {
    // Given
    String body =
        """
        {"activities":[{"type":"task_created","title":"One"},{"type":"Task!"},{"typ":"x"},
         {"type":"note_added","body":"b","lines_added":1}]}""";
    // When
    HttpResponse<String> response = tracker.post("/api/v1/activities", body);
    // Then
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    System.out.println(response.body());
    assertThat(tracker.publisher().published()).extracting(Activity::title).containsExactly("One");
  }
}
