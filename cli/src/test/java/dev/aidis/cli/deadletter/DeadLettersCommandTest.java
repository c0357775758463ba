package dev.aidis.cli.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersCommandTest {
  private static final String LETTER =
      """
      {"partition":3,"offset":17,"at":"2026-11-22T10:43:12Z","stage":"stream-processor",
       "reason":"not_avro","detail":"begins with \\u001b[31m7B","key":"ada/\\u202emain",
       "source":{"topic":"aidis.activities","partition":1,"offset":4},"valueBytes":10000,
       "cut":"value of 10000000 bytes","valueText":"{\\u0007}"}
      """;

  private final FakeTracker tracker = new FakeTracker();
  @TempDir private Path home;

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void eachLetterIsListedWithWhatIsWrongAndWhereItLies() {
    // Given
    tracker.answers("/api/v1/dead-letters", 200, "{\"letters\":[" + LETTER + "]}");

    // When
    CliRun.Result run = aidis("dead-letters", "--limit", "5", "--reason", "not_avro");

    // Then
    assertThat(run.out())
        .isEqualTo(
            """
            3:17  2026-11-22 10:43:12  not_avro (stream-processor)
              begins with \\u{1b}[31m7B
              key ada/\\u{202e}main, from aidis.activities, partition 1, offset 4
            """);
    assertThat(tracker.requests().getFirst().target())
        .isEqualTo("/api/v1/dead-letters?limit=5&reason=not_avro");
  }

  @Test
  void oneIsShownWithTheStartOfItsValue() {
    // Given
    tracker.answers("/api/v1/dead-letters/3/17", 200, LETTER);

    // When
    CliRun.Result run = aidis("dead-letters", "show", "3:17");

    // Then
    assertThat(run.out())
        .contains("value        10,000 bytes; the record had a value of 10000000 bytes")
        .endsWith("\n{\\u{7}}\n");
  }

  @Test
  void withoutLettersItSaysSo() {
    tracker.answers("/api/v1/dead-letters", 200, "{\"letters\":[]}");

    assertThat(aidis("dead-letters").out()).isEqualTo("No dead letters.\n");
  }

  @Test
  void aPlaceThatIsNoneIsAUsageError() {
    CliRun.Result run = aidis("dead-letters", "show", "seventeen");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("'seventeen' is no place of a dead letter");
  }

  @Test
  void aLetterThatIsNotThereIsAFailureWithTheTrackersSentence() {
    tracker.answers(
        "/api/v1/dead-letters/3/99", 404, "{\"detail\":\"There is no dead letter 3:99.\"}");

    CliRun.Result run = aidis("dead-letters", "show", "3:99");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("aidis: There is no dead letter 3:99.\n");
  }

  private CliRun.Result aidis(String... arguments) {
    return new CliRun(home).with(tracker).aidis(arguments);
  }
}
