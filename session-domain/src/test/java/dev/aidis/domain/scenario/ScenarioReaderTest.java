package dev.aidis.domain.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {

  @ParameterizedTest(name = "{0} → {1}", quoteTextArguments = false)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          given 10:00 heartbeat                                  | 1: the first line must be: scenario <what it shows>
          scenario                                               | 1: a scenario needs a name
          scenario X; wenn 10:00 heartbeat                       | 2: 'wenn' must be scenario, zone, day, given or then
          scenario X;  10:00 heartbeat                           | 2: an indented line goes on with the given or then above it
          scenario X; given 10:00 heartbeat                      | 2: scenario 'X' must end with then
          scenario X; then nothing                               | 2: then needs a given before it
          scenario X; given                                      | 2: '' is no activity
          scenario X; given 10:00 hartbeat                       | 2: 'hartbeat' is no type of activity
          scenario X; given 10:00 heartbeat colour=red           | 2: 'colour=' is no option of an activity; options are [because, by, cost, file
          scenario X; given 10:00 heartbeat by=cat               | 2: by=cat must be by=AI or by=hand
          scenario X; given 10:00 heartbeat lines=12             | 2: lines=12 must be such as lines=+10/-2
          scenario X; given 10:00 heartbeat laptop               | 2: '10:00 heartbeat laptop' is no activity
          scenario X; given 25:00 heartbeat                      | 2: '25:00' is no time
          scenario X; given 2026-02-30 10:00 heartbeat           | 2: '2026-02-30 10:00' is no time
          scenario X; given 10:00 heartbeat, received 09:00;  11:00 heartbeat, received 08:00 | 3: the clock cannot go back from 09:00 to 08:00
          scenario X; given clock 10:00;  clock 09:00            | 3: the clock cannot go back
          scenario X; given everything again                     | 2: before 'everything again' an activity must be given
          scenario X; given 10:00 heartbeat every 1ms until 11:00 | 2: one line tells more than 10000 activities
          scenario X; given 10:00 heartbeat id=a every 1h until 11:00 | 2: id= names one activity, every tells several
          scenario X; zone Europe/Atlantis                       | 2: Unknown time-zone ID: Europe/Atlantis
          scenario X; given 10:00 heartbeat; day 2026-01-01      | 3: day must stand before the first given
          scenario X; given processor stops 10:00; then nothing  | 3: the processor must start before then
          scenario X; given 10:00 heartbeat; then 10:00 active   | 3: '10:00 active' is no session
          scenario X; given 10:00 heartbeat; then 10:00 - 10:00 actve | 3: 'actve' is no status; write active, paused, ended, timeout
          scenario X; given 10:00 heartbeat; then 10:00 - 10:00 active, 2 beers | 3: '2 beers' is nothing that can be said of a session; write one of 2 activities, 2 tasks created
          scenario X; given 10:00 heartbeat; then 10:00 - 10:00 active, 1 activities | 3: '1 activities' is nothing that can be said
          scenario X; given 10:00 heartbeat; then 10:00 - 10:00 active, no beer | 3: 'no beer' is nothing that can be said
          scenario X; given 10:00 heartbeat; then 10:00 - 10:00 active, happy | 3: 'happy' is nothing that can be said
          scenario X; given 10:00 heartbeat; then 10:00 - 10:00 active, duration long | 3: 'long' is no duration; write 1h 30m
          scenario X; given 10:00 heartbeat; then 10:00 - 10:00 active, holds a | 3: 'holds a': no activity above has id=a
          scenario X; given 10:00 heartbeat; then 10:00 - 10:00 active;  nothing | 4: 'nothing' must be all that then says
          scenario X; given 10:00 heartbeat; then nothing; scenario X | 4: scenario 'X' stands in this file already
          """)
  void aMalformedFileFailsWithFileLineAndReason(String lines, String message) {
    String text = lines.replace("; ", "\n");

    assertThatThrownBy(() -> ScenarioReader.read("x.scenarios", text))
        .isInstanceOf(ScenarioSyntaxException.class)
        .hasMessageStartingWith("x.scenarios:" + message);
  }

  @Test
  void aTimeThatAWallClockShowsTwiceMustSayWhich() {
    String text =
        """
        scenario X
        zone Europe/Berlin
        day 2026-10-25
        given 02:30 heartbeat
        """;

    assertThatThrownBy(() -> ScenarioReader.read("x.scenarios", text))
        .hasMessage(
            "x.scenarios:4: 02:30 happens twice that day in Europe/Berlin; write 02:30+02:00 or"
                + " 02:30+01:00");
  }

  @Test
  void aTimeThatAWallClockLeavesOutIsRefused() {
    String text =
        """
        scenario X
        zone Europe/Berlin
        day 2026-03-29
        given 02:30 heartbeat
        """;

    assertThatThrownBy(() -> ScenarioReader.read("x.scenarios", text))
        .hasMessage("x.scenarios:4: 02:30 does not exist that day in Europe/Berlin");
  }

  @Test
  void anActivityArrivesWhenItHappensOrNowIfThatIsOver() {
    String text =
        """
        scenario X
        given 10:00 heartbeat
              11:00 heartbeat
              10:30 heartbeat
              10:45 heartbeat, received 12:00
        then  the same sessions
        """;

    List<Step> steps = ScenarioReader.read("x.scenarios", text).getFirst().steps();

    assertThat(steps.subList(0, 4))
        .extracting(Step::at)
        .containsExactly(at("10:00"), at("11:00"), at("11:00"), at("12:00"));
  }

  @Test
  void aScenarioThatDoesNotHoldFailsWithWhatWasFound() {
    String text =
        """
        scenario Two are one
        given 10:00 heartbeat id=a
              13:00 heartbeat id=b
        then  10:00 - 13:00 active, amended, 2 activities
        """;
    Scenario scenario = ScenarioReader.read("x.scenarios", text).getFirst();

    assertThatThrownBy(() -> ScenarioRun.play(scenario, now -> new PlainSessionTracker()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "x.scenarios:4 Two are one",
            "10:00 - 13:00 active, amended, 2 activities",
            "10:00 - 10:00 timeout, 1 activity\n  13:00 - 13:00 active, holds b");
  }

  private static Instant at(String time) {
    return Instant.parse("2026-05-04T" + time + ":00Z");
  }
}
