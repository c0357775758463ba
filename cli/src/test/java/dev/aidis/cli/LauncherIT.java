package dev.aidis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher hands to Java. */
final class LauncherIT {
  @TempDir private Path directory;
  private Path root = Path.of("");

  @BeforeEach
  void resolve() throws IOException {
    root = directory.toRealPath().resolve("a b");
  }

  @Test
  void aPathWithASpaceStaysOneArgument() throws Exception {
    // Given
    FakeCheckout checkout = new FakeCheckout(root).trained();

    // When
    FakeCheckout.Result result = checkout.aidis("session", "note", "two words");

    // Then
    assertThat(result.exitCode()).isZero();
    assertThat(result.output().lines())
        .contains(
            "-Daidis.scripts=" + root + "/scripts",
            "-XX:AOTCache=" + checkout.cache("cli"),
            "-XX:TieredStopAtLevel=1",
            root + "/cli/target/app/*")
        .endsWith("dev.aidis.cli.Main", "session", "note", "two words");
  }

  @Test
  void withoutAHomeTheJdkOnThePathIsFound() throws Exception {
    // Given
    FakeCheckout checkout = new FakeCheckout(root).trained().without("HOME").without("JAVA_HOME");
    checkout.with("PATH", checkout.jdk() + "/bin:" + System.getenv("PATH"));

    // When
    FakeCheckout.Result result = checkout.aidis("version");

    // Then
    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(result.output().lines()).endsWith("dev.aidis.cli.Main", "version");
  }

  @Test
  void soItDoesForTheTracker() throws Exception {
    // Given
    FakeCheckout checkout = new FakeCheckout(root).trained();

    // When
    FakeCheckout.Result result = checkout.aidis("up");

    // Then
    assertThat(result.output().lines())
        .contains("-XX:AOTCache=" + checkout.cache("standalone"))
        .endsWith("-cp", root + "/standalone/target/app/*", "dev.aidis.standalone.StandaloneMain");
  }
}
