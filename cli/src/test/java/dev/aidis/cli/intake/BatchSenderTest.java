package dev.aidis.cli.intake;

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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BatchSenderTest {
  private static final String PATH = "/api/v1/activities";
  private static final String TAKEN = "{\"accepted\":3,\"rejected\":0,\"results\":[]}";

  private final FakeTracker tracker = new FakeTracker();
  private final TrackerClient client = new TrackerClient(URI.create(tracker.address()), null);
  private final List<Duration> pauses = new ArrayList<>();
  private final BatchSender sender = new BatchSender(client, PATH, pauses::add);

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void whatIsTakenIsSentOnce() {
    // Given
    tracker.answers(PATH, 202, TAKEN);

    // When
    sendThree();

    // Then
    assertThat(sender.accepted()).isEqualTo(3);
    assertThat(tracker.posted())
        .containsExactly("{\"activities\":[{\"a\":0},{\"a\":1},{\"a\":2}]}");
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
    sendThree();

    // Then
    assertThat(sender.accepted()).isEqualTo(3);
    assertThat(pauses).containsExactly(millis(250), millis(500), millis(1000));
    assertThat(tracker.posted()).hasSize(4).containsOnly(tracker.posted().getFirst());
  }

  @Test
  void aBatchOfWhichSomeFailedIsSentAgainAndCountedOnce() {
    // Given
    tracker
        .answers(PATH, 202, "{\"accepted\":1,\"rejected\":1,\"failed\":1,\"results\":[]}")
        .answers(
            PATH,
            202,
            """
            {"accepted":2,"rejected":1,"failed":0,"results":[
              {"index":0,"status":"accepted"},
              {"index":1,"status":"accepted"},
              {"index":2,"status":"rejected","error":"no good"}]}
            """);

    // When
    sendThree();

    // Then
    assertThat(sender.accepted()).isEqualTo(2);
    assertThat(sender.refusals()).isEqualTo(Map.of("no good", 1));
    assertThat(tracker.posted()).hasSize(2).containsOnly(tracker.posted().getFirst());
  }

  @Test
  void aBatchHoldsNoMoreThanTheTrackerTakes() {
    // Given
    tracker.answers(PATH, 202, TAKEN);

    // When
    for (int i = 0; i < 2_001; i++) {
      sender.add("{}");
    }
    sender.flush();
    sender.flush();

    // Then
    assertThat(tracker.posted())
        .extracting(body -> Json.read(body).orElseThrow().objects("activities").size())
        .containsExactly(1_000, 1_000, 1);
  }

  @Test
  void aTrackerThatHasGoneIsGivenUpInTheEnd() {
    // Given
    tracker.close();

    // When
    assertThatThrownBy(this::sendThree)
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
    assertThatThrownBy(this::sendThree)
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
    assertThatThrownBy(this::sendThree)
        // Then
        .isInstanceOf(CliException.class)
        .hasMessage("what answers is not an AIDIS tracker: check AIDIS_URL");
  }

  private void sendThree() {
    for (int i = 0; i < 3; i++) {
      sender.add("{\"a\":" + i + "}");
    }
    sender.flush();
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
