package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The end-to-end suite, against the containers of the compose file, two of each service. */
class ComposeIT implements EndToEnd {
  private static Compose compose;
  private static TrackerClient client;

  @BeforeAll
  static void start() {
    Compose.assumeDocker();
    compose = new Compose("aidis-end-to-end", false, 6);
    compose.up("--scale", "session-sink=2", "--scale", "stream-processor=2");
    client = new TrackerClient(compose.place());
  }

  @AfterAll
  static void stop() {
    if (compose != null) {
      client.close();
      compose.close();
    }
  }

  @Override
  public TrackerClient client() {
    return client;
  }

  @Test
  void theDashboardIsServedWithWhatItNeeds() throws IOException, InterruptedException {
    var page = client.get("/");
    Matcher script = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"").matcher(page.body());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(script.find()).as(page.body()).isTrue();
    assertThat(client.get(script.group(1)).statusCode()).isEqualTo(200);
  }

  /** Everything but the volumes: the containers are others afterwards. */
  @Override
  public void restart() {
    client.close();
    compose.compose("down");
    compose.up("--scale", "session-sink=2", "--scale", "stream-processor=2");
    client = new TrackerClient(compose.place());
  }
}
