package dev.aidis.processor.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.domain.Change;
import dev.aidis.domain.InMemoryHistory;
import dev.aidis.domain.RandomStreams;
import dev.aidis.domain.ReaderOfUpdates;
import dev.aidis.domain.SessionRules;
import dev.aidis.domain.Sessionizer;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.serde.WireCodecs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldUpdatesTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private final List<SessionUpdate> published = new ArrayList<>();
  private final Work ada = new Work("ada");
  private HeldUpdates updates = updates(false);

  private HeldUpdates updates(boolean atOnce) {
    return new HeldUpdates(
        (key, bytes, timestampMs) -> published.add(WireCodecs.SESSION_UPDATE.decode(bytes)),
        atOnce);
  }

  @Test
  void aSessionIsToldWithItsFirstAndItsLastActivityBetweenTwoCommits() {
    ada.does(ActivityType.PROMPT_SUBMITTED, 5);
    updates.publishAll();
    assertThat(told()).containsExactly(1, 0, 0, 0, 1);
    published.clear();

    ada.does(ActivityType.PROMPT_SUBMITTED, 3);
    updates.publishAll();
    assertThat(told()).as("it is known by now").containsExactly(0, 0, 1);
    assertThat(published.getLast().changed().getFirst().counters().activities()).isEqualTo(8);
  }

  @Test
  void nothingIsPublishedTwice() {
    ada.does(ActivityType.PROMPT_SUBMITTED, 2);
    updates.publishAll();
    updates.publishAll();

    assertThat(published).hasSize(2);
  }

  @Test
  void aSessionIsToldWithWhatIsSaidAboutIt() {
    ada.does(ActivityType.PROMPT_SUBMITTED, 2);
    ada.does(ActivityType.NOTE_ADDED, 1);
    ada.does(ActivityType.GOAL_SET, 1);
    ada.does(ActivityType.PROMPT_SUBMITTED, 2);
    updates.publishAll();

    assertThat(told()).containsExactly(1, 0, 1, 1, 0, 1);
  }

  @Test
  void whatCutsSessionsAnewIsPublishedAtOnceAndAfterWhatWasBeforeIt() {
    ada.does(ActivityType.PROMPT_SUBMITTED, 3);
    ada.did(ada.activity(ActivityType.SESSION_ENDED, NINE.plusSeconds(90))); // between two

    assertThat(told()).containsExactly(1, 0, 0, 2);
    assertThat(published.getLast().resegmented()).isTrue();
  }

  @Test
  void aTimeoutTellsTheSessionForTheActivityBeforeIt() {
    ada.does(ActivityType.PROMPT_SUBMITTED, 2);
    ada.timesOut();

    assertThat(told()).containsExactly(1, 0, 1);
    assertThat(published.getLast().activity()).isNull();
  }

  @Test
  void whereItIsWantedEachUpdateIsPublishedWholeAndAtOnce() {
    updates = updates(true);

    ada.does(ActivityType.PROMPT_SUBMITTED, 3);

    assertThat(told()).containsExactly(1, 1, 1);
  }

  @Test
  void noMoreIsHeldThanThereIsRoomFor() {
    int owners = 0;
    while (published.isEmpty()) {
      new Work("owner-" + owners++).does(ActivityType.PROMPT_SUBMITTED, 1);
    }

    assertThat(published).hasSize(owners);
    assertThat(owners).isBetween(HeldUpdates.MOST_BYTES / 3_000, HeldUpdates.MOST_BYTES / 300);
  }

  @Test
  void whatIsPublishedMakesRoom() {
    int large = HeldUpdates.MOST_BYTES / 2;
    for (int i = 1; i <= 5; i++) {
      ada.did(ada.activity(ActivityType.PROMPT_SUBMITTED, NINE.plusSeconds(i)), large);
    }
    assertThat(published).as("all but the last").hasSize(4);

    new Work("grace").did(ada.activity(ActivityType.PROMPT_SUBMITTED, NINE), large);
    assertThat(published).as("two of them are too much").hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void readersKnowTheSameAfterEachCommitWhateverWasHeld(long seed) {
    Random random = new Random(seed);
    for (int stream = 0; stream < 100; stream++) {
      Work work = new Work("owner-" + stream);
      List<Activity> arriving = new ArrayList<>();
      new RandomStreams(random.nextLong(), SessionRules.DEFAULT, 0.1)
          .next(1 + random.nextInt(30))
          .forEach(a -> arriving.add(a.toBuilder().owner(work.owner).build()));
      if (random.nextBoolean()) {
        Collections.shuffle(arriving, random);
      }
      ReaderOfUpdates ofWhatIsPublished = new ReaderOfUpdates();
      ReaderOfUpdates ofAll = new ReaderOfUpdates();
      List<UUID> activities = new ArrayList<>();
      for (Activity activity : arriving) {
        work.did(activity);
        if (random.nextInt(10) == 0) {
          work.timesOut();
        }
        if (random.nextInt(4) == 0) {
          updates.publishAll();
          takeAll(ofWhatIsPublished, activities);
          work.whole.forEach(ofAll::read);
          work.whole.clear();
          assertSame(ofWhatIsPublished, ofAll);
        }
      }
      updates.publishAll();
      takeAll(ofWhatIsPublished, activities);
      work.whole.forEach(ofAll::read);
      assertSame(ofWhatIsPublished, ofAll);
      assertThat(activities)
          .as("one update of each activity, in their order")
          .containsExactlyElementsOf(arriving.stream().map(Activity::id).toList());
    }
  }

  private static void assertSame(ReaderOfUpdates ofWhatIsPublished, ReaderOfUpdates ofAll) {
    ofWhatIsPublished.assertAllTold();
    assertThat(ofWhatIsPublished.sessions()).isEqualTo(ofAll.sessions());
    assertThat(ofWhatIsPublished.assignments()).isEqualTo(ofAll.assignments());
  }

  private void takeAll(ReaderOfUpdates reader, List<UUID> activities) {
    for (SessionUpdate update : published) {
      reader.read(update);
      if (update.activity() != null) {
        activities.add(update.activity().id());
      }
    }
    published.clear();
  }

  /** How many sessions each of the published updates tells. */
  private List<Integer> told() {
    return published.stream().map(update -> update.changed().size()).toList();
  }

  /** What one owner does, and the processor with it. */
  private final class Work {
    final String owner;
    final Bytes key;

    /** The updates as they would be if none was held. */
    final List<SessionUpdate> whole = new ArrayList<>();

    private final Sessionizer sessionizer = new Sessionizer(SessionRules.DEFAULT);
    private final InMemoryHistory history = new InMemoryHistory();
    private Instant now = NINE.plusSeconds(3_600);
    private int number;

    Work(String owner) {
      this.owner = owner;
      key = Bytes.wrap((owner + "/main").getBytes(StandardCharsets.UTF_8));
    }

    void does(ActivityType type, int times) {
      for (int i = 0; i < times; i++) {
        did(activity(type, NINE.plusSeconds(60L * number)));
      }
    }

    Activity activity(ActivityType type, Instant at) {
      return Activity.builder(new UUID(owner.hashCode(), ++number), type)
          .occurredAt(at)
          .owner(owner)
          .machine("laptop")
          .body("Text")
          .build();
    }

    Change change(Activity activity) {
      now = now.plusMillis(1);
      return sessionizer.accept(activity, now, history);
    }

    void did(Activity activity) {
      did(activity, 300);
    }

    void did(Activity activity, int bytes) {
      Change change = change(activity);
      whole.add(change.toUpdate(activity));
      updates.add(updates.of(key, change, activity, bytes, now.toEpochMilli()));
    }

    /** All that are open and not held up. */
    void timesOut() {
      for (Session session : history.sessions()) {
        Change change = sessionizer.timeOut(session, Instant.MAX, history);
        if (change != null) {
          SessionUpdate timeout =
              new SessionUpdate(
                  session.trackerKey(), null, session.id(), change.changed(), List.of(), false);
          whole.add(timeout);
          updates.add(updates.of(key, timeout, now.toEpochMilli()));
        }
      }
    }
  }
}
