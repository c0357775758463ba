package dev.aidis.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A tracker's HTTP side that answers what it was told to and remembers what it was asked. */
public final class FakeTracker implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
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

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String accept = exchange.getRequestHeaders().getFirst("Accept");
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              accept == null ? "" : accept,
              body));
      Answer answer = next(exchange.getRequestURI().getPath());
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
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
