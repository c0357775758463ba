package dev.aidis.benchmarks.dashboard;

import dev.aidis.benchmarks.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands Debian's chromium over the W3C WebDriver protocol: the few commands needed here. */
final class WebDriver implements AutoCloseable {
  private static final String MISSING =
      "there is no browser to measure with: apt-get install chromium chromium-driver";
  private static final int ATTEMPTS = 100;

  /** That a script may take. */
  private static final int MOST_MS = 180_000;

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process driver;
  private final URI root;
  private String session = "";

  private WebDriver(Process driver, URI root) {
    this.driver = driver;
    this.root = root;
  }

  /**
   * Starts a browser without a window.
   *
   * @throws IllegalStateException with a sentence, if there is none
   */
  static WebDriver start() throws IOException, InterruptedException {
    int port = FreePort.next();
    Process driver;
    try {
      driver =
          new ProcessBuilder("chromedriver", "--port=" + port)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new IllegalStateException(MISSING, e);
    }
    WebDriver started = new WebDriver(driver, URI.create("http://127.0.0.1:" + port));
    started.begin();
    return started;
  }

  private void begin() throws IOException, InterruptedException {
    Map<String, Object> chrome =
        Map.of("args", List.of("--headless=new", "--no-sandbox", "--disable-gpu"));
    Map<String, Object> wanted =
        Map.of(
            "capabilities",
            Map.of(
                "alwaysMatch",
                Map.of("goog:chromeOptions", chrome, "timeouts", Map.of("script", MOST_MS))));
    for (int attempt = 0; session.isEmpty(); attempt++) {
      try {
        session = "/session/" + ask("POST", "/session", wanted).path("sessionId").asString();
      } catch (IOException e) {
        if (attempt == ATTEMPTS || driver.waitFor(Duration.ofMillis(100))) {
          throw e;
        }
      }
    }
  }

  void open(URI page) throws IOException, InterruptedException {
    ask("POST", session + "/url", Map.of("url", page.toString()));
  }

  /** What the script gives to its last argument. */
  JsonNode later(String script) throws IOException, InterruptedException {
    return ask("POST", session + "/execute/async", Map.of("script", script, "args", List.of()));
  }

  /** Makes the next page load everything anew. */
  void clearCache() throws IOException, InterruptedException {
    ask(
        "POST",
        session + "/goog/cdp/execute",
        Map.of("cmd", "Network.clearBrowserCache", "params", Map.of()));
  }

  private JsonNode ask(String method, String path, Object body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve(path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    JsonNode value = JSON.readTree(answer.body()).path("value");
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException(value.path("message").asString(answer.body()));
    }
    return value;
  }

  @Override
  public void close() throws IOException {
    try {
      ask("DELETE", session, Map.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      driver.destroy();
      http.close();
    }
  }
}
