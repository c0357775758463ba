package dev.aidis.standalone;

import dev.aidis.standalone.home.Home;
import dev.aidis.standalone.home.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import org.apache.commons.io.FileUtils;

/**
 * Runs a tracker for a moment in a directory of its own, so that the JVM can write down which
 * classes that takes ({@code -XX:AOTCacheOutput}): later starts take half as long. Run by the
 * launcher after a build.
 */
public final class TrainingMain {
  private static final int BATCHES = 20;
  private static final int ACTIVITIES = 50;
  private static final String ACTIVITY = "{\"type\": \"file_modified\", \"filePath\": \"a/b.txt\"}";

  private TrainingMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("aidis-training");
    try {
      Logging.begin(directory);
      Settings settings =
          new Settings(
              directory.resolve("home"), freePort(), freePort(), freePort(), "training", null);
      PrintStream nowhere =
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      Home home = Home.open(settings.home());
      try (Tracker tracker = new Tracker(settings, home, new Console(nowhere, nowhere))) {
        use(tracker.start(Clock.systemUTC()));
      }
    } finally {
      FileUtils.deleteDirectory(directory.toFile());
    }
  }

  private static void use(TrackerInfo tracker) throws IOException, InterruptedException {
    String batch =
        "{\"activities\": [" + String.join(",", Collections.nCopies(ACTIVITIES, ACTIVITY)) + "]}";
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int i = 0; i < BATCHES; i++) {
        HttpRequest.Builder post =
            HttpRequest.newBuilder(URI.create(tracker.http() + "/api/v1/activities"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(batch));
        http.send(post.build(), BodyHandlers.discarding());
      }
      for (String path : new String[] {"/api/v1/sessions", "/api/v1/sessions/current"}) {
        http.send(
            HttpRequest.newBuilder(URI.create(tracker.http() + path)).build(),
            BodyHandlers.discarding());
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
