package dev.aidis.benchmarks.stream;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/**
 * Someone who changes files, a minute apart, in sessions of a given length. Every tenth activity is
 * about a file that the session has not seen; so a session of 100,000 activities has 10,000 files.
 */
final class Owner {
  private static final Instant START = Instant.parse("2024-01-01T08:00:00Z");
  private static final int ACTIVITIES_A_FILE = 10;
  private static final int LONGER_THAN_THE_GAP_S = 3 * 60 * 60;

  private final String name;
  private final long sessionLength;
  private final Random random;
  private Instant now = START;
  private long inSession;

  /**
   * @param sessionLength activities after which there is a pause longer than the gap
   */
  Owner(String name, long sessionLength) {
    this.name = name;
    this.sessionLength = sessionLength;
    this.random = new Random(name.hashCode());
  }

  Activity next() {
    if (inSession == sessionLength) {
      inSession = 0;
      now = now.plusSeconds(LONGER_THAN_THE_GAP_S);
    }
    int files = 1 + (int) (inSession / ACTIVITIES_A_FILE);
    int file = inSession % ACTIVITIES_A_FILE == 0 ? files - 1 : random.nextInt(files);
    inSession++;
    now = now.plusSeconds(1);
    return Activity.builder(
            new UUID(random.nextLong(), random.nextLong()), ActivityType.FILE_MODIFIED)
        .occurredAt(now)
        .owner(name)
        .machine("laptop")
        .client("claude-code/2.1.330")
        .project("aidis")
        .aiModel("claude-sonnet-4-5")
        .aiInvolved(true)
        .filePath("src/main/java/dev/aidis/File%05d.java".formatted(file))
        .linesAdded(random.nextInt(60))
        .linesRemoved(random.nextInt(30))
        .build();
  }
}
