package dev.aidis.cli.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveCommandsTest {
  private static final String ARCHIVE = "/api/v1/archive";
  private static final String MONTHS =
      """
      {"days":30,"due":["2026-04","2026-05"],
       "archived":[{"month":"2026-03","file":"m.gz","rows":1234,"archivedAt":"2026-11-22T12:00:00Z"}]}
      """;

  @TempDir private Path home;

  @Test
  void everyMonthThatIsDueIsArchived() {
    // Given
    try (FakeTracker tracker = new FakeTracker()) {
      tracker
          .answers(ARCHIVE, 200, MONTHS)
          .answers(ARCHIVE + "/2026-04", 200, "{\"rows\":7,\"file\":\"a.gz\"}")
          .answers(ARCHIVE + "/2026-05", 200, "{\"rows\":8000,\"file\":\"b.gz\"}");
      // When
      CliRun.Result run = new CliRun(home).with(tracker).aidis("archive", "--older-than", "30");
      // Then
      assertThat(run.out())
          .isEqualTo(
              "Archived 2026-04: 7 activities in a.gz\nArchived 2026-05: 8,000 activities in b.gz\n");
      assertThat(tracker.requests().getFirst().target()).isEqualTo(ARCHIVE + "?days=30");
    }
  }

  @Test
  void aDryRunChangesNothing() {
    // Given
    try (FakeTracker tracker = new FakeTracker().answers(ARCHIVE, 200, MONTHS)) {
      // When
      CliRun.Result run = new CliRun(home).with(tracker).aidis("archive", "--dry-run");
      // Then
      assertThat(run.out()).isEqualTo("Would archive 2026-04\nWould archive 2026-05\n");
      assertThat(tracker.posted()).isEmpty();
    }
  }

  @Test
  void aMonthIsBroughtBack() {
    // Given
    try (FakeTracker tracker = new FakeTracker()) {
      tracker
          .answers(ARCHIVE, 200, MONTHS)
          .answers(ARCHIVE + "/2026-03/restore", 200, "{\"rows\":1234}");
      // When / Then
      assertThat(new CliRun(home).with(tracker).aidis("archive", "restore", "2026-03").out())
          .isEqualTo("Restored 2026-03: 1,234 activities\n");
      assertThat(new CliRun(home).with(tracker).aidis("archive", "restore", "--all").out())
          .isEqualTo("Restored 2026-03: 1,234 activities\n");
      assertThat(new CliRun(home).with(tracker).aidis("archive", "restore", "2026-04").err())
          .contains("2026-04 is not archived", "aidis archive list");
      assertThat(new CliRun(home).with(tracker).aidis("archive", "restore").err())
          .contains("name one month");
      assertThat(new CliRun(home).with(tracker).aidis("archive", "list").out())
          .contains("2026-03", "1,234 activities", "m.gz");
    }
  }
}
