package dev.aidis.sink.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeViewsIT {
  private static final String DAYS =
      "SELECT day, sessions, minutes FROM daily_productivity ORDER BY day";

  private final SessionTable sessions = new SessionTable();

  @Test
  void aSessionOverMidnightIsSplitBetweenItsDays() {
    // Given
    sessions.session("ada", "2026-03-02 23:00Z", "2026-03-03 01:30Z");

    // When
    var days = sessions.ask("UTC", DAYS);

    // Then
    assertThat(days).containsExactly("2026-03-02|1|60.00", "2026-03-03|1|90.00");
  }

  @Test
  void midnightIsTheReaders() {
    // Given
    sessions.session("ada", "2026-03-02 23:00Z", "2026-03-03 01:30Z");

    // When
    var days = sessions.ask("Asia/Tokyo", DAYS);

    // Then
    assertThat(days).containsExactly("2026-03-03|1|150.00");
  }

  @Test
  void aDayOfTwentyThreeHoursHasNoMore() {
    // Given a session of two days around the start of daylight saving time
    sessions.session("ada", "2026-03-28 23:00Z", "2026-03-29 22:30Z");

    // When
    var days = sessions.ask("Europe/Berlin", DAYS);

    // Then
    assertThat(days).containsExactly("2026-03-29|1|1380.00", "2026-03-30|1|30.00");
  }

  @Test
  void aDayThatHasNoMidnightBeginsWithItsFirstMomentAndEndsAtMidnight() {
    // Given clocks that go from 00:00 to 01:00 on 6 September, and two sessions over the next
    // midnight
    sessions
        .session("ada", "2026-09-07 02:00Z", "2026-09-07 03:30Z")
        .session("ada", "2026-09-07 03:10Z", "2026-09-07 03:30Z", "workspace = 'side'")
        .session("ada", "2026-09-06 03:50Z", "2026-09-06 04:20Z");

    // When
    var days = sessions.ask("America/Santiago", DAYS);

    // Then
    assertThat(days)
        .containsExactly("2026-09-05|1|10.00", "2026-09-06|2|80.00", "2026-09-07|2|30.00");
  }

  @Test
  void aDayThatHasTwoMidnightsBeginsWithTheFirst() {
    // Given clocks that go from 01:00 to 00:00 on 1 November
    sessions.session("ada", "2026-11-01 03:50Z", "2026-11-01 05:10Z");

    // When
    var days = sessions.ask("America/Havana", DAYS);

    // Then
    assertThat(days).containsExactly("2026-10-31|1|10.00", "2026-11-01|1|70.00");
  }

  @Test
  void overlappingSessionsOfAnOwnerCountOnceAndThoseOfOthersApart() {
    // Given
    sessions
        .session("ada", "2026-03-02 09:00Z", "2026-03-02 11:00Z")
        .session("ada", "2026-03-02 10:00Z", "2026-03-02 12:00Z", "workspace = 'side'")
        .session("grace", "2026-03-02 10:00Z", "2026-03-02 10:30Z");

    // When
    var days =
        sessions.ask("UTC", "SELECT owner, sessions, minutes FROM daily_productivity ORDER BY 1");

    // Then
    assertThat(days).containsExactly("ada|2|180.00", "grace|1|30.00");
  }

  @Test
  void pausesAreNoTimeUnlessAnotherSessionFillsThem() {
    // Given a pause of an hour, half of which was worked in another workspace
    sessions
        .session("ada", "2026-03-02 09:00Z", "2026-03-02 12:00Z", "paused_minutes = 60")
        .session("ada", "2026-03-02 10:30Z", "2026-03-02 11:00Z", "workspace = 'side'")
        .with("CREATE TABLE session_activities_2026_03 PARTITION OF session_activities DEFAULT")
        .with(
            """
            INSERT INTO session_activities (uuid, session_id, activity_type, occurred_at, owner, workspace, machine)
            SELECT gen_random_uuid(), 1, type, at::timestamptz, 'ada', 'main', 'laptop'
            FROM (VALUES ('session_paused', '2026-03-02 10:00Z'), ('session_resumed', '2026-03-02 11:00Z')) AS a (type, at)
            """);

    // When
    var days = sessions.ask("UTC", DAYS);

    // Then
    assertThat(days).containsExactly("2026-03-02|2|150.00");
  }

  @Test
  void countersBelongToTheDayTheSessionStarted() {
    // Given
    sessions.session(
        "ada",
        "2026-03-02 23:00Z",
        "2026-03-03 01:00Z",
        "tasks_completed = 3, loc_added_by_ai = 20");

    // When
    var days =
        sessions.ask(
            "UTC", "SELECT day, tasks_completed, net_loc FROM daily_productivity ORDER BY day");

    // Then
    assertThat(days).containsExactly("2026-03-02|3|20", "2026-03-03|0|0");
  }

  @Test
  void theWeekIsByWeekdayAndHour() {
    // Given two Tuesday mornings and a Sunday
    sessions
        .session("ada", "2026-03-03 09:30Z", "2026-03-03 10:15Z", "productivity_score = 80")
        .session("ada", "2026-03-10 09:00Z", "2026-03-10 09:30Z", "productivity_score = 60")
        .session("ada", "2026-03-08 20:00Z", "2026-03-08 20:10Z", "productivity_score = 10");

    // When
    var hours =
        sessions.ask(
            "UTC",
            """
            SELECT weekday, hour, sessions, days, minutes, avg_score FROM hourly_productivity ORDER BY 1, 2
            """);

    // Then
    assertThat(hours)
        .containsExactly("2|9|2|2|60.00|70.00", "2|10|1|1|15.00|80.00", "7|20|1|1|10.00|10.00");
  }

  @Test
  void streaksAreDaysOnEnd() {
    // Given work on three days on end, the second by midnight only, and a lonely day
    sessions
        .session("ada", "2026-03-02 23:00Z", "2026-03-03 00:10Z")
        .session("ada", "2026-03-04 10:00Z", "2026-03-04 10:00Z")
        .session("ada", "2026-03-06 10:00Z", "2026-03-06 11:00Z");

    // When
    var streaks =
        sessions.ask(
            "UTC", "SELECT first_day, last_day, days, going_on FROM streaks ORDER BY first_day");

    // Then
    assertThat(streaks).containsExactly("2026-03-02|2026-03-04|3|f", "2026-03-06|2026-03-06|1|f");
  }
}
