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
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.io.FileUtils;

/**
 * Runs a tracker for a moment in a directory of its own, so that the JVM can write down which
 * classes that takes and how its methods are used ({@code -XX:AOTCacheOutput}): later starts take
 * half as long, and what then runs is compiled well the first time. Run by the launcher after a
 * build.
 */
public final class TrainingMain {
  private static final int BATCHES = 40;
  private static final int ACTIVITIES = 500;
  private static final Duration DATED_BACK = Duration.ofDays(1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final String ALL_WRITTEN = "{\"activitiesLag\":0,\"updatesLag\":0}";

  private TrainingMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Clock clock = Clock.systemUTC();
    Path directory = Files.createTempDirectory("aidis-training");
    try {
      Logging.begin(directory);
      int[] ports = freePorts();
      Settings settings =
          new Settings(directory.resolve("home"), ports[0], ports[1], ports[2], "training", null);
      PrintStream nowhere =
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      Home home = Home.open(settings.home());
      try (Tracker tracker = new Tracker(settings, home, new Console(nowhere, nowhere))) {
        use(tracker.start(clock), clock);
      }
    } finally {
      FileUtils.deleteDirectory(directory.toFile());
    }
  }

  private static void use(TrackerInfo tracker, Clock clock)
      throws IOException, InterruptedException {
    TrainingLoad load = new TrainingLoad(clock.instant().minus(DATED_BACK));
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int i = 0; i < BATCHES; i++) {
        post(http, tracker.http() + "/api/v1/activities", load.batch(ACTIVITIES));
      }
      awaitAllWritten(http, tracker.http() + "/api/v1/pipeline");
      get(http, tracker.http() + "/api/v1/sessions");
      get(http, tracker.http() + "/api/v1/sessions/current");
    }
  }

  /** A machine that is too slow has learned enough by then. */
  private static void awaitAllWritten(HttpClient http, String pipeline)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!get(http, pipeline).equals(ALL_WRITTEN) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static void post(HttpClient http, String url, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder post =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    http.send(post.build(), BodyHandlers.discarding());
  }

  private static String get(HttpClient http, String url) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
        .body();
  }

  /** Three, each another one: all are held at once. */
  private static int[] freePorts() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket one = new ServerSocket(0, 1, here);
        ServerSocket two = new ServerSocket(0, 1, here);
        ServerSocket three = new ServerSocket(0, 1, here)) {
      return new int[] {one.getLocalPort(), two.getLocalPort(), three.getLocalPort()};
    }
  }
}
