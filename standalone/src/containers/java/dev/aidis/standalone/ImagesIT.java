package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in the images of the services. */
class ImagesIT {
  private static final List<String> SERVICES =
      List.of("ingest-service", "session-sink", "stream-processor");

  @BeforeAll
  static void look() {
    Compose.assumeDocker();
  }

  /** A cache that does not fit the files of the image is ignored without a word, and costs its size. */
  @Test
  void ourClassesComeFromTheAheadOfTimeCache() {
    for (String service : SERVICES) {
      String loaded =
          Compose.docker(
              "run",
              "--rm",
              "--entrypoint",
              "sh",
              "--env",
              "JAVA_OPTIONS=-Xlog:class+load:file=/tmp/loaded",
              "aidis/" + service,
              "-c",
              "timeout 10 run >/dev/null 2>&1; grep -F ' dev.aidis.' /tmp/loaded");
      assertThat(loaded.lines().filter(line -> !line.contains("Lambda")))
          .as(service)
          .isNotEmpty()
          .allMatch(line -> line.contains("shared objects file"));
    }
  }

  @Test
  void nobodyInThemIsRoot() {
    for (String service : SERVICES) {
      assertThat(Compose.docker("run", "--rm", "--entrypoint", "id", "aidis/" + service, "-u"))
          .as(service)
          .isEqualToIgnoringNewLines("10001");
    }
  }
}
