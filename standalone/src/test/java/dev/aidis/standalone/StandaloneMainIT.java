package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.standalone.home.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of a tracker that cannot start, and of one that runs beside another. */
class StandaloneMainIT {
  @TempDir private Path temporary;
  private Settings settings;

  @BeforeEach
  void chooseSettings() {
    settings = FreePorts.settings(temporary.resolve("home"));
  }

  @Test
  void aTakenPortIsOneLineThatSaysWhatToDo() throws IOException, InterruptedException {
    // Given
    try (ServerSocket taken =
        new ServerSocket(settings.port(), 1, InetAddress.getLoopbackAddress())) {

      // When
      List<String> errors = errorsOfARefusedStart(Map.of());

      // Then
      assertThat(errors)
          .containsExactly(
              "aidis: port %d is taken by another program: set AIDIS_PORT to a free one"
                  .formatted(taken.getLocalPort()));
    }
  }

  @Test
  void aHomeThatCannotBeWrittenIsOneLineThatSaysWhatToDo()
      throws IOException, InterruptedException {
    // Given
    Files.writeString(settings.home(), "not a directory");

    // When
    List<String> errors = errorsOfARefusedStart(Map.of());

    // Then
    assertThat(errors)
        .containsExactly(
            "aidis: cannot write to the data directory %s: make it writable, or set AIDIS_HOME to another one"
                .formatted(settings.home()));
    assertThat(settings.home()).hasContent("not a directory");
  }

  @Test
  void aHomeOfAnotherVersionIsOneLineThatSaysWhatToDo() throws IOException, InterruptedException {
    // Given
    Files.createDirectories(settings.home());
    Files.writeString(settings.home().resolve("VERSION"), "99");

    // When
    List<String> errors = errorsOfARefusedStart(Map.of());

    // Then
    assertThat(errors).singleElement().asString().contains("has layout 99");
  }

  @Test
  void aBadSettingIsOneLineAndASlipOfTheKeyboardAnother() throws IOException, InterruptedException {
    // When
    List<String> errors = errorsOfARefusedStart(Map.of("AIDIS_PORT", "many", "AIDIS_PROT", "7717"));

    // Then
    assertThat(errors)
        .containsExactly(
            "aidis: warning: there is no setting AIDIS_PROT: did you mean AIDIS_PORT?",
            "aidis: AIDIS_PORT is 'many': set it to a number");
  }

  @Test
  void twoTrackersRunSideBySide() throws Exception {
    // Given
    Settings others = FreePorts.settings(temporary.resolve("another home"));
    try (TrackerProcess one = TrackerProcess.launch(settings, temporary);
        TrackerProcess another = TrackerProcess.launch(others, temporary);
        TrackerClient client = new TrackerClient(settings);
        TrackerClient othersClient = new TrackerClient(others)) {

      // When
      one.awaitReady();
      another.awaitReady();

      // Then
      assertThat(client.get("/actuator/health").statusCode()).isEqualTo(200);
      assertThat(othersClient.get("/actuator/health").statusCode()).isEqualTo(200);
    }
  }

  private List<String> errorsOfARefusedStart(Map<String, String> environment)
      throws IOException, InterruptedException {
    TrackerProcess refused = TrackerProcess.launch(settings, temporary, environment);
    assertThat(refused.exitCode()).isEqualTo(1);
    return refused.errors();
  }
}
