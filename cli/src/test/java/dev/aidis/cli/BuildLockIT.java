package dev.aidis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One process builds, or trains, in a checkout; others wait for it as long as it lives. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class BuildLockIT {
  @TempDir private Path directory;
  private Path root = Path.of("");

  @BeforeEach
  void resolve() throws IOException {
    root = directory.toRealPath().resolve("checkout");
  }

  @Test
  void whatTrainsInTheBackgroundHoldsTheLockItself() throws Exception {
    // Given
    FakeCheckout checkout = new FakeCheckout(root);
    makePipe(checkout.training());

    // When
    FakeCheckout.Result command = checkout.aidis("version");

    // Then
    ProcessHandle holder;
    try (OutputStream heldUp = Files.newOutputStream(checkout.training())) {
      long pid = Long.parseLong(Files.readString(checkout.lock().resolve("pid")).strip());
      assertThat(pid).isNotEqualTo(command.pid());
      holder = ProcessHandle.of(pid).orElseThrow();
      heldUp.write('\n');
    }
    holder.onExit().get();
    assertThat(checkout.cache("cli")).hasContent("trained");
    assertThat(checkout.lock()).doesNotExist();
  }

  @Test
  void aLockWhoseHolderWasKilledBeforeItSaidWhoItIsIsTaken() throws Exception {
    // Given
    FakeCheckout checkout = new FakeCheckout(root);
    Files.createDirectories(checkout.lock());
    Files.setLastModifiedTime(
        checkout.lock(), FileTime.from(Instant.now().minus(Duration.ofHours(1))));

    // When
    FakeCheckout.Result up = checkout.aidis("up");

    // Then
    assertThat(up.output()).doesNotContain("Waiting");
    assertThat(checkout.cache("standalone")).hasContent("trained");
  }

  @Test
  void whereNothingCanBeWrittenTheTrackerStartsWithoutTraining() throws Exception {
    // Given
    FakeCheckout checkout = new FakeCheckout(root);
    Files.writeString(root.resolve("target"), "no directory, so that root cannot write in it");

    // When
    FakeCheckout.Result up = checkout.aidis("up");

    // Then
    assertThat(up.output().lines())
        .doesNotContain("Preparing fast starts: once for each build")
        .startsWith("-XX:+UseSerialGC")
        .endsWith("dev.aidis.standalone.StandaloneMain");
  }

  @Test
  void whereNothingCanBeWrittenABuildSaysWhatToDo() throws Exception {
    // Given
    FakeCheckout checkout = new FakeCheckout(root);
    Files.delete(checkout.app("cli").resolve("cli-1.jar"));
    Files.writeString(root.resolve("target"), "no directory, so that root cannot write in it");

    // When
    FakeCheckout.Result result = checkout.aidis("version");

    // Then
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .isEqualTo(
            "aidis: cannot write in %s/target, where builds are: run this once as who may, or make the checkout writable\n"
                .formatted(root));
  }

  private static void makePipe(Path path) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
  }
}
