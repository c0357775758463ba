package dev.aidis.ingest.mcp.stateless;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.mcp.offer.Offers;
import dev.aidis.ingest.mcp.rpc.RpcMessage;
import dev.aidis.ingest.session.UpdateSignals.Subscription;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The streams of {@code subscriptions/listen}: each holds its request, on a virtual thread, until
 * the client closes it or the server stops. Thread-safe.
 */
final class Listening {
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

  /** How long a stream may outlive its token. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private static final int MOST_RESOURCES = 100;

  private final Offers offers;
  private final JsonMapper json;
  private final Set<Stream> open = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  Listening(Offers offers, JsonMapper json) {
    this.offers = offers;
    this.json = json;
  }

  /**
   * Says what is heard of, and then each change of it.
   *
   * @param allowed whether the caller may still hear
   */
  void listen(RpcMessage message, Reply reply, Caller caller, BooleanSupplier allowed) {
    List<String> uris = uris(message.params().path("notifications"));
    Stream stream = new Stream(subscription(message), reply, new LinkedBlockingQueue<>());
    List<Subscription> watches = new ArrayList<>();
    open.add(stream);
    try {
      uris.forEach(
          uri -> watches.add(offers.watching().watch(caller, uri, () -> stream.changed.add(uri))));
      stream.acknowledge(uris);
      stream.run(allowed);
    } finally {
      open.remove(stream);
      watches.forEach(Subscription::close);
    }
  }

  /** Of the resources asked for those that there are; lists of what is offered never change. */
  private List<String> uris(JsonNode wanted) {
    if (!wanted.isObject()) {
      throw Refusal.malformed("subscriptions/listen needs notifications, an object");
    }
    JsonNode resources = wanted.path("resourceSubscriptions");
    if (resources.size() > MOST_RESOURCES) {
      throw Refusal.malformed("resourceSubscriptions has more than " + MOST_RESOURCES + " URIs");
    }
    return resources
        .valueStream()
        .map(uri -> uri.asString(""))
        .distinct()
        .filter(uri -> offers.reader(uri).isPresent())
        .toList();
  }

  private ObjectNode subscription(RpcMessage message) {
    ObjectNode meta = json.createObjectNode();
    meta.set(Revision.SUBSCRIPTION, message.id());
    return meta;
  }

  /** Ends all streams, each with its result. */
  void stop() {
    stopped = true;
    open.forEach(stream -> stream.changed.add(Stream.END));
  }

  private final class Stream {
    private static final String END = "";

    private final ObjectNode meta;
    private final Reply reply;
    private final BlockingQueue<String> changed;

    Stream(ObjectNode meta, Reply reply, BlockingQueue<String> changed) {
      this.meta = meta;
      this.reply = reply;
      this.changed = changed;
    }

    private void acknowledge(List<String> uris) {
      Map<String, Object> heardOf = new LinkedHashMap<>();
      if (!uris.isEmpty()) {
        heardOf.put("resourceSubscriptions", uris);
      }
      reply.tell(
          "notifications/subscriptions/acknowledged",
          Map.of("_meta", meta, "notifications", heardOf));
    }

    private void run(BooleanSupplier allowed) {
      try {
        long silentLooks = 0;
        while (!stopped && allowed.getAsBoolean()) {
          String uri = changed.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
          silentLooks = uri == null ? silentLooks + 1 : 0;
          if (uri == null) {
            if (silentLooks % KEEP_ALIVE.dividedBy(LOOK) == 0) {
              reply.stayAlive();
            }
          } else if (!uri.equals(END)) {
            reply.tell(
                McpSchema.METHOD_NOTIFICATION_RESOURCES_UPDATED, Map.of("_meta", meta, "uri", uri));
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      ObjectNode result = json.createObjectNode().put("resultType", "complete");
      result.set("_meta", meta);
      reply.result(result);
    }
  }
}
