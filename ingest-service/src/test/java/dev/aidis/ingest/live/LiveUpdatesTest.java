package dev.aidis.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.FakeSessions;
import dev.aidis.ingest.FakeSignals;
import dev.aidis.ingest.session.SessionDetail;
import dev.aidis.ingest.session.SessionRef;
import dev.aidis.queries.ActivityView;
import dev.aidis.queries.FileList;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.TimelineFilter;
import dev.aidis.queries.TimelineFilter.Place;
import dev.aidis.queries.TimelinePage;
import dev.aidis.schemas.TrackerKey;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class LiveUpdatesTest {
  private static final TrackerKey ADA = new TrackerKey("ada", "main");
  private static final TrackerKey BOB = new TrackerKey("bob", "main");
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Instant START = FakeSessions.OPEN.startedAt();

  private final FakeSignals signals = new FakeSignals();
  private final List<ActivityView> activities = new CopyOnWriteArrayList<>();
  private volatile @Nullable SessionView session;
  private volatile boolean away;
  private volatile boolean detailsAway;
  private final Semaphore failed = new Semaphore(0);
  private final LiveUpdates live = new LiveUpdates(signals, sources());

  @BeforeEach
  void start() {
    live.start();
  }

  @AfterEach
  void stop() {
    live.stop();
  }

  @Test
  void firstItIsToldHowThingsStandAndThenWhatIsNew() {
    // Given
    session = FakeSessions.OPEN;
    happens(1);
    LiveUpdates.Connection connection = live.connect(ADA, null);
    assertThat(connection.next(LONG)).isEqualTo(new Event("session", null, "session 48.7"));

    // When
    happens(2);
    happens(3);
    session = revised(8);
    signals.signal(ADA);

    // Then
    assertThat(connection.next(LONG)).isEqualTo(activity(2));
    assertThat(connection.next(LONG)).isEqualTo(activity(3));
    assertThat(connection.next(LONG)).isEqualTo(new Event("session", null, "session 48.8"));
    assertThat(connection.next(Duration.ofMillis(1))).isNull();
  }

  @Test
  void aSessionThatEndsIsToldToItsLastActivity() {
    // Given
    session = FakeSessions.OPEN;
    happens(1);
    LiveUpdates.Connection connection = live.connect(ADA, null);
    connection.next(LONG);

    // When
    happens(2);
    session = null;
    signals.signal(ADA);

    // Then
    assertThat(connection.next(LONG)).isEqualTo(activity(2));
    assertThat(connection.next(LONG)).isEqualTo(new Event("idle", null, "{}"));
  }

  @Test
  void whoeverLostTheConnectionHearsWhatWasMissed() {
    // Given
    session = FakeSessions.OPEN;
    happens(1);
    happens(2);
    happens(3);

    // When
    LiveUpdates.Connection connection = live.connect(ADA, Place.of(activities.getFirst()));

    // Then
    assertThat(connection.next(LONG)).isEqualTo(activity(2));
    assertThat(connection.next(LONG)).isEqualTo(activity(3));
    assertThat(connection.next(LONG)).isEqualTo(new Event("session", null, "session 48.7"));
  }

  @Test
  void whatWasMissedIsNotDroppedHoweverSlowlyItIsTaken() {
    // Given
    session = FakeSessions.OPEN;
    IntStream.rangeClosed(1, 301).forEach(this::happens);
    LiveUpdates.Connection another = live.connect(ADA, null);
    another.next(LONG);

    // When
    LiveUpdates.Connection connection = live.connect(ADA, Place.of(activities.getFirst()));
    awaitNews(another, 302);
    awaitNews(another, 303);

    // Then
    for (int second = 2; second <= 302; second++) {
      assertThat(connection.next(LONG)).isEqualTo(activity(second));
    }
    assertThat(connection.next(LONG)).isEqualTo(new Event("session", null, "session 48.7"));
    assertThat(connection.next(LONG)).isEqualTo(activity(303));
  }

  @Test
  void whoListensHearsTheNewsWhileANewcomerCannotBeWelcomed() {
    // Given
    session = FakeSessions.OPEN;
    happens(1);
    LiveUpdates.Connection connection = live.connect(ADA, null);
    connection.next(LONG);
    detailsAway = true;

    // When
    LiveUpdates.Connection newcomer = live.connect(ADA, null);
    happens(2);
    signals.signal(ADA);

    // Then
    assertThat(connection.next(LONG)).isEqualTo(activity(2));
    detailsAway = false;
    assertThat(newcomer.next(LONG)).isEqualTo(new Event("session", null, "session 48.7"));
  }

  @Test
  void whatALookFoundBeforeItFailedIsToldByTheNext() throws InterruptedException {
    // Given
    session = FakeSessions.OPEN;
    happens(1);
    LiveUpdates.Connection connection = live.connect(ADA, null);
    connection.next(LONG);
    detailsAway = true;

    // When
    happens(2);
    session = revised(8);
    signals.signal(ADA);
    assertThat(failed.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    detailsAway = false;

    // Then
    assertThat(connection.next(LONG)).isEqualTo(activity(2));
    assertThat(connection.next(LONG)).isEqualTo(new Event("session", null, "session 48.8"));
  }

  @Test
  void nobodyHearsOfAnother() {
    // Given
    session = FakeSessions.OPEN;
    LiveUpdates.Connection bobs = live.connect(BOB, null);
    LiveUpdates.Connection adas = live.connect(ADA, null);
    assertThat(bobs.next(LONG)).isEqualTo(new Event("idle", null, "{}"));
    adas.next(LONG);

    // When
    happens(1);
    session = revised(8);
    signals.signal(ADA);
    signals.signal(BOB);

    // Then
    assertThat(adas.next(LONG)).isEqualTo(activity(1));
    assertThat(bobs.next(Duration.ofMillis(200))).isNull();
  }

  @Test
  void whileTheDatabaseIsAwayItWaitsAndThenGoesOn() {
    // Given
    session = FakeSessions.OPEN;
    away = true;
    LiveUpdates.Connection connection = live.connect(ADA, null);
    assertThat(connection.next(Duration.ofMillis(200))).isNull();

    // When
    away = false;

    // Then
    assertThat(connection.next(LONG)).isEqualTo(new Event("session", null, "session 48.7"));
  }

  @Test
  void allConnectionsCloseWhenTheServiceStops() {
    // Given
    LiveUpdates.Connection connection = live.connect(ADA, null);
    connection.next(LONG);

    // When
    live.stop();

    // Then
    assertThat(connection.next(LONG)).isNull();
    assertThat(connection.isClosed()).isTrue();
    assertThat(live.connect(ADA, null).isClosed()).isTrue();
  }

  @Test
  void theLastOneToLeaveEndsTheListening() throws InterruptedException {
    // Given
    LiveUpdates.Connection one = live.connect(ADA, null);
    LiveUpdates.Connection other = live.connect(ADA, null);
    one.next(LONG);
    other.next(LONG);

    // When
    one.close();
    assertThat(signals.listeners()).isEqualTo(1);
    other.close();

    // Then
    assertThat(signals.awaitNoListeners()).isTrue();
  }

  /** Each is told by a look of its own. */
  private void awaitNews(LiveUpdates.Connection listening, int second) {
    happens(second);
    signals.signal(ADA);
    assertThat(listening.next(LONG)).isEqualTo(activity(second));
  }

  private void happens(int second) {
    UUID id = new UUID(0, second);
    activities.add(
        new ActivityView(
            id,
            "note_added",
            START.plusSeconds(second),
            "laptop",
            null,
            null,
            false,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of()));
  }

  private static Event activity(int second) {
    String place = new Place(START.plusSeconds(second), 1, new UUID(0, second)).toString();
    return new Event("activity", place, "activity " + second);
  }

  /** The session of the fakes, but for its revision. */
  private static SessionView revised(long revision) {
    RecordComponent[] components = SessionView.class.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        values[i] =
            components[i].getName().equals("revision")
                ? revision
                : components[i].getAccessor().invoke(FakeSessions.OPEN);
      }
      return SessionView.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private Sources sources() {
    return new Sources(
        ref -> {
          if (away) {
            throw new DataAccessResourceFailureException("no database");
          }
          return ref.equals(new SessionRef.Current(ADA))
              ? Optional.ofNullable(session)
              : Optional.empty();
        },
        this::detail,
        (owner, id, filter) -> page(filter),
        new EventData() {
          @Override
          public String session(SessionDetail told) {
            return "session " + told.session().number() + "." + told.session().revision();
          }

          @Override
          public String activity(ActivityView told) {
            return "activity " + told.id().getLeastSignificantBits();
          }
        });
  }

  private SessionDetail detail(SessionView view) {
    if (detailsAway) {
      failed.release();
      throw new DataAccessResourceFailureException("no connection in time");
    }
    return new SessionDetail(view, FileList.NONE, List.of());
  }

  private TimelinePage page(TimelineFilter filter) {
    Place after = filter.after();
    List<ActivityView> found = new ArrayList<>(activities);
    if (after != null) {
      found.removeIf(one -> !one.occurredAt().isAfter(after.occurredAt()));
    }
    return TimelinePage.last(
        filter.order() == TimelineFilter.Order.OLDEST_FIRST
            ? found
            : found.reversed().subList(0, Math.min(found.size(), filter.limit())));
  }
}
