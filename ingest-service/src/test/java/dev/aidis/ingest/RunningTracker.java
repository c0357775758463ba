package dev.aidis.ingest;

import dev.aidis.ingest.deadletter.DeadLetterBox;
import dev.aidis.ingest.deadletter.StoredLetter;
import dev.aidis.ingest.mcp.offer.Offering;
import dev.aidis.ingest.pipeline.Pipeline;
import dev.aidis.ingest.session.ArchivedMonths;
import dev.aidis.ingest.session.ProjectSource;
import dev.aidis.ingest.session.Visibility;
import dev.aidis.ingest.token.Tokens;
import dev.aidis.service.tracing.Tracing;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole HTTP side on a free port, with fakes behind. */
public final class RunningTracker implements AutoCloseable {
  private final RecordingPublisher publisher = new RecordingPublisher();
  private final FakeSessions sessions = new FakeSessions();
  private final FakeAnswers answers = new FakeAnswers();
  private final FakeSignals signals = new FakeSignals();
  private final HttpClient http = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;
  private final URI root;

  private RunningTracker(
      Map<String, Object> settings, MemoryTokenLog tokenLog, List<Offering> offerings) {
    this(settings, tokenLog, offerings, Tracing.OFF);
  }

  private RunningTracker(
      Map<String, Object> settings,
      MemoryTokenLog tokenLog,
      List<Offering> offerings,
      Tracing tracing) {
    SpringApplication application =
        IngestApplication.application(FrontConfiguration.class, withDefaults(settings));
    application.addInitializers(
        starting -> {
          var beans = starting.getBeanFactory();
          beans.registerSingleton("publisher", publisher);
          beans.registerSingleton("sessions", sessions);
          beans.registerSingleton("tracing", tracing);
          beans.registerSingleton("signals", signals);
          offerings.forEach(one -> beans.registerSingleton("offered beside ours", one));
          answers.register(beans);
          beans.registerSingleton(
              "visibility",
              new Visibility(
                  sessions,
                  (key, onUpdate) -> () -> {},
                  Duration.ofMillis(1),
                  Duration.ofMillis(1)));
          beans.registerSingleton(
              "projects", (ProjectSource) caller -> Optional.ofNullable(caller.project()));
          beans.registerSingleton("deadLetters", new NoDeadLetters());
          beans.registerSingleton("archivedMonths", (ArchivedMonths) session -> List.of());
          beans.registerSingleton("tokenLog", tokenLog);
          beans.registerSingleton("pipeline", (Pipeline) () -> new Pipeline.Lag(3, 4));
        });
    context = application.run();
    root =
        URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
  }

  private static final class NoDeadLetters implements DeadLetterBox {
    @Override
    public List<StoredLetter> newest(int limit, @Nullable String reason) {
      return List.of();
    }

    @Override
    public Optional<StoredLetter> at(int partition, long offset) {
      return Optional.empty();
    }
  }

  public static RunningTracker start() {
    return start(Map.of());
  }

  /** With settings that go before those of every test. */
  public static RunningTracker start(Map<String, Object> settings) {
    return start(settings, new MemoryTokenLog());
  }

  public static RunningTracker start(Map<String, Object> settings, MemoryTokenLog tokenLog) {
    return new RunningTracker(settings, tokenLog, List.of());
  }

  /** Makes a token as an administrator does. */
  public Tokens.Issued token(Tokens.Wanted wanted) {
    return context.getBean(Tokens.class).issue(wanted);
  }

  /** The beans behind. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  private static Map<String, Object> withDefaults(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>();
    all.put("server.port", 0);
    all.put("aidis.ingest.owner", "ada");
    all.put("aidis.ingest.machine", "laptop");
    all.put("management.endpoint.health.validate-group-membership", false);
    all.putAll(settings);
    return all;
  }

  /** One that offers more over MCP. */
  public static RunningTracker offering(Offering more) {
    return new RunningTracker(Map.of(), new MemoryTokenLog(), List.of(more));
  }

  /** One whose work is traced. */
  public static RunningTracker traced(Tracing tracing) {
    return new RunningTracker(
        Map.of("aidis.tracing.enabled", true), new MemoryTokenLog(), List.of(), tracing);
  }

  /** What the sink would say. */
  public FakeSignals signals() {
    return signals;
  }

  public RecordingPublisher publisher() {
    return publisher;
  }

  public FakeSessions sessions() {
    return sessions;
  }

  public FakeAnswers answers() {
    return answers;
  }

  public URI uri(String path) {
    return root.resolve(path);
  }

  public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString());
  }

  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    return send((headers.length == 0 ? request : request.headers(headers)).build());
  }

  public HttpResponse<String> post(String path, String json, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    return send((headers.length == 0 ? request : request.headers(headers)).build());
  }

  public static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  public CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest request) {
    return http.sendAsync(request, BodyHandlers.ofString());
  }

  /** A client of the SDK that sends these headers; not yet initialized. */
  public McpSyncClient mcpClient(String... headers) {
    return client(headers).build();
  }

  /** The same, to add to. */
  public McpClient.SyncSpec client(String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder();
    return McpClient.sync(
            HttpClientStreamableHttpTransport.builder(root.toString())
                .requestBuilder(headers.length == 0 ? request : request.headers(headers))
                .build())
        .clientInfo(Implementation.builder("test-client", "1.0").build())
        .requestTimeout(Duration.ofSeconds(20));
  }

  /** An SDK client that reads a resource again when it is told that it changed. */
  public McpSyncClient mcpClient(Consumer<List<ResourceContents>> onChange) {
    return client().resourcesUpdateConsumer(onChange).build();
  }

  @Override
  public void close() {
    context.close();
    http.shutdownNow();
  }
}
