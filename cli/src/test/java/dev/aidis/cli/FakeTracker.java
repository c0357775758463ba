package dev.aidis.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A tracker's HTTP side that answers what it was told to and remembers what it was asked. */
public final class FakeTracker implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<Map<String, String>> headers = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Queue<Answer>> answers = new HashMap<>();

  /** Something asked of the tracker; {@code accept} is empty where the client did not say. */
  public record Request(String method, String target, String accept, String body) {}

  private record Answer(int status, String body) {}

  public FakeTracker() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers requests for a path: each answer once, the last one for ever. */
  public synchronized FakeTracker answers(String path, int status, String body) {
    answers.computeIfAbsent(path, none -> new ArrayDeque<>()).add(new Answer(status, body));
    return this;
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** The bodies posted, in order. */
  public List<String> posted() {
    return requests().stream().filter(r -> r.method().equals("POST")).map(Request::body).toList();
  }

  /** The first header of a name that the last request had; empty if there was none. */
  public String header(String name) {
    return headers.getLast().getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  /** The first header of that name of each request, in order; empty where there was none. */
  public List<String> everyHeader(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    synchronized (requests) {
      return headers.stream().map(sent -> sent.getOrDefault(key, "")).toList();
    }
  }

  /** The bodies posted, once there are so many; fewer if they do not come in 20 seconds. */
  public List<String> awaitPosted(int count) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    synchronized (requests) {
      while (posted().size() < count && System.nanoTime() < deadline) {
        requests.wait(100);
      }
    }
    return posted();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String accept = exchange.getRequestHeaders().getFirst("Accept");
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      took(
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              accept == null ? "" : accept,
              body),
          headers(exchange));
      Answer answer = next(exchange.getRequestURI().getPath());
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private void took(Request request, Map<String, String> sent) {
    synchronized (requests) {
      requests.add(request);
      headers.add(sent);
      requests.notifyAll();
    }
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return headers;
  }

  private synchronized Answer next(String path) {
    Queue<Answer> left = answers.get(path);
    if (left == null) {
      return new Answer(404, "{\"detail\":\"There is nothing at " + path + ".\"}");
    }
    Answer answer = left.element();
    if (left.size() > 1) {
      left.remove();
    }
    return answer;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
