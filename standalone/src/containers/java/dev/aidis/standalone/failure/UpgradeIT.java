package dev.aidis.standalone.failure;

import static dev.aidis.standalone.failure.UnderLoad.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.standalone.Compose;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * From the images of an older commit to those of today, container by container, under load. {@code
 * -Daidis.upgrade.from=…} names the tag of the older ones.
 */
class UpgradeIT {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final long SEED = Long.getLong("aidis.failure.seed", CLOCK.millis());
  private static final String OLD = System.getProperty("aidis.upgrade.from", "previous");
  private static final String HOW =
      "git worktree add ../previous COMMIT && AIDIS_VERSION=%s docker compose -f ../previous/deploy/compose.yaml build"
          .formatted(OLD);

  @Test
  void anUpgradeContainerByContainerLosesNothing() {
    Compose.assumeDocker();
    Compose.assumeImages(OLD, HOW);
    Random random = new Random(SEED);
    Compose compose =
        new Compose("aidis-upgrade", true, Cluster.PARTITIONS).with("AIDIS_VERSION", OLD);
    Report report = new Report("Upgrade from older images")
            .say("seed " + SEED)
            .say("images `" + OLD + "` to `latest`");
    try (ComposedTeam team = new ComposedTeam(compose, CLOCK)) {
      UnderLoad load = new UnderLoad(team, random, CLOCK);
      try (load) {
        load.awaitFlow(CLOCK.instant());
        compose.with("AIDIS_VERSION", "latest");
        for (String service : List.of("session-sink", "stream-processor", "ingest-service")) {
          for (String container : compose.containersOf(service)) {
            replace(team, load, service, container, report);
          }
        }
      }
      team.judge(report);
      load.tell(report);
    }
    report.keep(CLOCK);
  }

  private static void replace(
      ComposedTeam team, UnderLoad load, String service, String container, Report report) {
    Compose compose = team.compose();
    Instant begun = CLOCK.instant();
    Compose.docker("stop", "--time", "10", container);
    Compose.docker("rm", container);
    team.up();
    assertThat(compose.containersOf(service)).hasSize(2).doesNotContain(container);
    report.say(
        "%s replaced; all partitions flowed again after %s"
            .formatted(service, seconds(load.awaitFlow(begun))));
  }
}
