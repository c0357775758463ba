package dev.aidis.queries;

import static dev.aidis.schemas.ActivityType.HEARTBEAT;
import static dev.aidis.schemas.ActivityType.PROMPT_SUBMITTED;
import static dev.aidis.schemas.ActivityType.SESSION_ENDED;
import static dev.aidis.schemas.ActivityType.SESSION_STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.queries.TimelineFilter.Place;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineQueriesIT {
  private final DataSource database = TestDatabase.migrated();
  private final TimelineQueries timelines = new TimelineQueries(database);
  private final Tracker ada = new Tracker("ada");

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 10, 11, 1_000})
  void pagesTellEachActivityOnceInOrder(int limit) throws SQLException {
    // Given ten activities
    IntStream.rangeClosed(1, 10).forEach(i -> ada.did(i, HEARTBEAT, "09:%02d".formatted(i)));
    ada.writeTo(database);

    // When
    List<Long> newest = pages(TimelineFilter.newest(limit));
    List<Long> oldest = pages(TimelineFilter.oldest(limit));

    // Then
    assertThat(oldest).isEqualTo(LongStream.rangeClosed(1, 10).boxed().toList());
    assertThat(newest).isEqualTo(oldest.reversed());
  }

  @Test
  void activitiesOfOneMillisecondAreTornApartByNoPage() throws SQLException {
    // Given a start, four of the same kind and an end at once
    ada.did(9, SESSION_STARTED, "09:00");
    IntStream.of(4, 5, 6, 7).forEach(i -> ada.did(i, PROMPT_SUBMITTED, "09:00"));
    ada.did(1, SESSION_ENDED, "09:00").writeTo(database);

    // When
    List<Long> oldest = pages(TimelineFilter.oldest(2));

    // Then
    assertThat(oldest).containsExactly(9L, 4L, 5L, 6L, 7L, 1L);
    assertThat(pages(TimelineFilter.newest(1))).isEqualTo(oldest.reversed());
  }

  @Test
  void whatIsAddedMeanwhileMovesNothing() throws SQLException {
    // Given
    IntStream.rangeClosed(1, 6).forEach(i -> ada.did(i, HEARTBEAT, "09:%02d".formatted(i)));
    ada.writeTo(database);
    TimelinePage first = timelines.page("ada", session(), TimelineFilter.newest(3));

    // When
    ada.did(7, HEARTBEAT, "09:50").did(8, HEARTBEAT, "09:51").writeTo(database);
    TimelinePage second =
        timelines.page("ada", session(), TimelineFilter.newest(3).withAfter(first.next()));

    // Then
    assertThat(numbers(first)).containsExactly(6L, 5L, 4L);
    assertThat(numbers(second)).containsExactly(3L, 2L, 1L);
    assertThat(second.next()).as("the last page").isNull();
  }

  @Test
  void aSessionOverTheEndOfAMonthIsReadFromBothMonths() throws SQLException {
    // Given
    Instant midnight = Instant.parse("2026-04-01T00:00:00Z");
    ada.did(ada.activity(Tracker.id(1), HEARTBEAT, midnight.minusMillis(1)))
        .did(ada.activity(Tracker.id(2), HEARTBEAT, midnight))
        .writeTo(database);

    // When, Then
    assertThat(pages(TimelineFilter.oldest(1))).containsExactly(1L, 2L);
  }

  @Test
  void aPlaceGoesThroughALink() {
    // Given
    Place place = new Place(Instant.parse("2026-03-02T09:00:00.123Z"), 2, new UUID(7, 8));

    // When, Then
    assertThat(Place.parse(place.toString())).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1_2",
        "1_2_x",
        "1_x_00000000-0000-0000-0000-000000000001",
        "1_2_3_4",
        "-9223372036854775808_0_00000000-0000-0000-0000-000000000001"
      })
  void whatIsNoPlaceIsRefused(String text) {
    assertThatThrownBy(() -> Place.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("take the one that came with the page before");
  }

  private List<Long> pages(TimelineFilter filter) {
    List<Long> numbers = new ArrayList<>();
    TimelinePage page = timelines.page("ada", session(), filter);
    numbers.addAll(numbers(page));
    for (@Nullable Place next = page.next(); next != null; next = page.next()) {
      assertThat(page.activities()).hasSize(filter.limit());
      page = timelines.page("ada", session(), filter.withAfter(Place.parse(next.toString())));
      assertThat(page.activities()).isNotEmpty();
      numbers.addAll(numbers(page));
    }
    return numbers;
  }

  private static List<Long> numbers(TimelinePage page) {
    return page.activities().stream().map(one -> one.id().getLeastSignificantBits()).toList();
  }

  private UUID session() {
    return ada.lastSession().id();
  }
}
