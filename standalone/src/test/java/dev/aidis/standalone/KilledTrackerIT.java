package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aidis.standalone.home.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledTrackerIT {
  private static final int BATCH = 50;
  private static final int BATCHES_BEFORE_THE_KILL = 20;

  private static final String WRITTEN_OF_ADA =
      "SELECT uuid FROM session_activities WHERE owner = 'ada'";
  private static final String COUNTED_OF_ADA =
      "SELECT coalesce(sum(activities), 0) FROM sessions WHERE owner = 'ada'";

  @TempDir private Path temporary;

  @Test
  void whatWasAcknowledgedBeforeAKillIsCountedOnce()
      throws IOException, InterruptedException, ExecutionException, SQLException {
    // Given
    Settings settings = FreePorts.settings(temporary.resolve("home"));
    TrackerProcess killed = TrackerProcess.launch(settings, temporary).awaitReady();
    CountDownLatch enough = new CountDownLatch(BATCHES_BEFORE_THE_KILL);
    try (TrackerClient client = new TrackerClient(settings);
        ExecutorService poster = Executors.newSingleThreadExecutor()) {
      Future<List<UUID>> acknowledged = poster.submit(() -> postUntilItFails(client, enough));
      enough.await();

      // When
      killed.kill();
      try (TrackerProcess _ = TrackerProcess.launch(settings, temporary).awaitReady()) {

        // Then
        List<String> expected = acknowledged.get().stream().map(UUID::toString).toList();
        await()
            .atMost(Duration.ofMinutes(1))
            .untilAsserted(() -> assertThat(client.rows(WRITTEN_OF_ADA)).containsAll(expected));
        List<String> written = client.rows(WRITTEN_OF_ADA);
        assertThat(written).doesNotHaveDuplicates();
        assertThat(client.rows(COUNTED_OF_ADA)).containsExactly(Integer.toString(written.size()));
      }
    }
  }

  /** The ids of all batches that were answered with 202. */
  private static List<UUID> postUntilItFails(TrackerClient client, CountDownLatch enough)
      throws InterruptedException {
    List<UUID> acknowledged = new ArrayList<>();
    try {
      while (true) {
        List<UUID> batch = TrackerClient.ids(BATCH);
        assertThat(client.postNotes("ada", batch)).isEqualTo(202);
        acknowledged.addAll(batch);
        enough.countDown();
      }
    } catch (IOException e) {
      return acknowledged;
    }
  }
}
