package dev.aidis.cli.gitimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.cli.CliException;
import dev.aidis.cli.FakeTracker;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.http.TrackerClient;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HttpActivitySenderTest {
  private static final String PATH = "/api/v1/activities";
  private static final List<CommitActivity> BATCH = Commits.activities(3, "ada");
  private static final ActivityJson JSON =
      new ActivityJson(OwnerRule.TRACKER, "main", "p", "r", null);
  private static final String TAKEN = "{\"accepted\":3,\"rejected\":0,\"results\":[]}";

  private final FakeTracker tracker = new FakeTracker();
  private final TrackerClient client = new TrackerClient(URI.create(tracker.address()));
  private final List<Duration> pauses = new ArrayList<>();
  private final HttpActivitySender sender = new HttpActivitySender(client, JSON, pauses::add);

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void whatIsTakenIsSentOnce() {
    // Given
    tracker.answers(PATH, 202, TAKEN);

    // When
    Receipt receipt = sender.send(BATCH);

    // Then
    assertThat(receipt).isEqualTo(new Receipt(3, List.of()));
    assertThat(tracker.posted()).hasSize(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void aTrackerThatCannotTakeItNowIsAskedAgainAfterLongerAndLongerPauses() {
    // Given
    tracker
        .answers(PATH, 503, "{\"detail\":\"Kafka is away.\"}")
        .answers(PATH, 503, "")
        .answers(PATH, 429, "")
        .answers(PATH, 202, TAKEN);

    // When
    Receipt receipt = sender.send(BATCH);

    // Then
    assertThat(receipt.accepted()).isEqualTo(3);
    assertThat(pauses).containsExactly(millis(250), millis(500), millis(1000));
    assertThat(tracker.posted()).hasSize(4).containsOnly(tracker.posted().getFirst());
  }

  @Test
  void onlyWhatFailedIsSentAgain() {
    // Given
    tracker
        .answers(
            PATH,
            202,
            """
            {"accepted":1,"rejected":1,"failed":1,"results":[
              {"index":0,"status":"failed"},
              {"index":1,"status":"accepted"},
              {"index":2,"status":"rejected","error":"no good"}]}
            """)
        .answers(PATH, 202, "{\"accepted\":1,\"results\":[{\"index\":0,\"status\":\"accepted\"}]}");

    // When
    Receipt receipt = sender.send(BATCH);

    // Then
    assertThat(receipt).isEqualTo(new Receipt(2, List.of("no good")));
    Json again = Json.read(tracker.posted().getLast()).orElseThrow();
    assertThat(again.objects("activities"))
        .extracting(activity -> activity.text("head"))
        .containsExactly("0");
  }

  @Test
  void aTrackerThatHasGoneIsGivenUpInTheEnd() {
    // Given
    tracker.close();

    // When
    assertThatThrownBy(() -> sender.send(BATCH))
        // Then
        .isInstanceOfSatisfying(
            CliException.class, e -> assertThat(e.exitCode()).isEqualTo(CliException.NOT_RUNNING))
        .hasMessage(
            "the tracker at "
                + tracker.address()
                + " takes no more activities (it does not answer): see `aidis status`, then run the"
                + " import again; what it has is not counted twice");
    assertThat(pauses).hasSize(10).endsWith(Duration.ofSeconds(10));
  }

  @Test
  void aRefusalOfTheWholeRequestIsFinal() {
    // Given
    tracker.answers(PATH, 400, "{\"detail\":\"Send 1 to 1000 activities at once.\"}");

    // When
    assertThatThrownBy(() -> sender.send(BATCH))
        // Then
        .isInstanceOf(CliException.class)
        .hasMessage("the tracker refused the import: Send 1 to 1000 activities at once.");
    assertThat(tracker.posted()).hasSize(1);
  }

  @Test
  void whatIsNoTrackerIsToldApart() {
    // Given
    tracker.answers(PATH, 200, "<html>");

    // When
    assertThatThrownBy(() -> sender.send(BATCH))
        // Then
        .isInstanceOf(CliException.class)
        .hasMessage("what answers is not an AIDIS tracker: check AIDIS_URL");
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
