package dev.aidis.cli.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandsTest {
  private static final String RESTORE = "/api/v1/restore";
  private static final String STREAM =
      """
      {"backup":{"format":"aidis-backup","version":1,"madeAt":"2026-11-22T12:00:00Z","partitions":4}}
      {"projects":{"id":1,"name":"shop"}}
      {"numbers":{"kind":"sessions","uuid":"u","number":5}}
      {"activities":{"partition":0,"offset":0,"value":"AA=="}}
      {"activities":{"partition":1,"offset":0,"value":"AB=="}}
      {"dead_letters":{"partition":0,"offset":0}}
      {"end":{"activities":2}}""";

  @TempDir private Path directory;

  @Test
  void whatWasBackedUpIsSentBackLineByLine() {
    // Given
    Path file = directory.resolve("all.backup");
    try (FakeTracker tracker = new FakeTracker()) {
      tracker
          .answers("/api/v1/backup", 200, STREAM)
          .answers(RESTORE, 200, "{\"empty\":true,\"sessions\":0,\"partitions\":3}")
          .answers(RESTORE, 200, "{}")
          .answers(RESTORE + "/end", 200, "")
          .answers("/api/v1/pipeline", 200, "{\"activitiesLag\":0,\"updatesLag\":0}");
      // When
      CliRun.Result backup = new CliRun(directory).with(tracker).aidis("backup", file.toString());
      CliRun.Result restore = new CliRun(directory).with(tracker).aidis("restore", file.toString());
      // Then
      assertThat(backup.out()).contains("Backed up all 2 activities to " + file);
      assertThat(restore.err()).isEmpty();
      assertThat(restore.out())
          .contains("Restoring 2 activities as of 2026-11-22T12:00:00Z")
          .contains("have 3 partitions, those of the backup had 4");
      List<String> sent = tracker.posted().getFirst().lines().toList();
      List<String> stream = STREAM.lines().toList();
      assertThat(sent.subList(1, sent.size() - 1)).isEqualTo(stream.subList(1, stream.size() - 1));
      assertThat(sent.getLast()).isEqualTo("{\"end\":{}}");
      assertThat(tracker.requests().getLast().target()).isEqualTo(RESTORE + "/end");
    }
  }

  @Test
  void aFileThatIsNotWholeIsRefusedBeforeTheTrackerIsAsked() throws IOException {
    // Given
    Path file = directory.resolve("all.backup");
    try (FakeTracker tracker = new FakeTracker().answers("/api/v1/backup", 200, STREAM)) {
      new CliRun(directory).with(tracker).aidis("backup", file.toString());
      byte[] whole = Files.readAllBytes(file);
      Path half = Files.write(directory.resolve("half"), Arrays.copyOf(whole, whole.length / 2));
      byte[] changed = whole.clone();
      changed[60] ^= 1;
      Path damaged = Files.write(directory.resolve("damaged"), changed);
      // When
      CliRun.Result ofHalf = new CliRun(directory).with(tracker).aidis("restore", half.toString());
      CliRun.Result ofDamaged =
          new CliRun(directory).with(tracker).aidis("restore", damaged.toString());
      // Then
      assertThat(ofHalf.err()).contains("it is not whole");
      assertThat(ofDamaged.err()).contains("is damaged", "nothing was changed");
      assertThat(List.of(ofHalf.exitCode(), ofDamaged.exitCode())).containsOnly(1);
      assertThat(tracker.requests()).hasSize(1);
    }
  }

  @Test
  void aBackupThatBreaksOffLeavesNoFile() {
    // Given
    String half = STREAM.substring(0, STREAM.indexOf("{\"end\""));
    try (FakeTracker tracker = new FakeTracker().answers("/api/v1/backup", 200, half)) {
      // When
      CliRun.Result run = new CliRun(directory).with(tracker).aidis("backup", directory + "/b");
      // Then
      assertThat(run.exitCode()).isNotZero();
      assertThat(directory.resolve("b")).doesNotExist();
    }
  }

  @Test
  void aTrackerWithSessionsIsNotTouchedUnlessForced() {
    // Given
    Path file = directory.resolve("all.backup");
    try (FakeTracker tracker = new FakeTracker()) {
      tracker
          .answers("/api/v1/backup", 200, STREAM)
          .answers(RESTORE, 200, "{\"empty\":false,\"sessions\":1234,\"partitions\":4}");
      new CliRun(directory).with(tracker).aidis("backup", file.toString());
      // When
      CliRun.Result refused = new CliRun(directory).with(tracker).aidis("restore", file.toString());
      CliRun.Result told =
          new CliRun(directory)
              .with(tracker)
              .aidis("restore", "--force", "--dry-run", file.toString());
      // Then
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err()).contains("is not empty, it has 1,234 sessions", "--force");
      assertThat(told.out()).contains("Would restore 2 activities");
      assertThat(tracker.posted()).isEmpty();
    }
  }
}
