package dev.aidis.ingest.mcp.stateless;

import dev.aidis.ingest.caller.Authority;
import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.caller.StreamLimit;
import dev.aidis.ingest.mcp.offer.ClientName;
import dev.aidis.ingest.mcp.offer.InputRequiredException;
import dev.aidis.ingest.mcp.offer.NoSuchResourceException;
import dev.aidis.ingest.mcp.offer.Offers;
import dev.aidis.ingest.mcp.rpc.RpcErrorException;
import dev.aidis.ingest.mcp.rpc.RpcMessage;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers requests of this revision, with what all revisions are offered. Thread-safe. */
public final class StatelessServer {
  private static final Logger log = LoggerFactory.getLogger(StatelessServer.class);
  private static final String DISCOVER = "server/discover";
  private static final String LISTEN = "subscriptions/listen";

  private final Greeting greeting;
  private final InstantSource clock;
  private final JsonMapper json;
  private final RequestState states;
  private final StreamLimit limit = new StreamLimit();
  private final Listening listening;
  private final Methods methods;

  public StatelessServer(
      Offers offers,
      ServerCapabilities capabilities,
      Greeting greeting,
      InstantSource clock,
      JsonMapper json) {
    this.greeting = greeting;
    this.clock = clock;
    this.json = json;
    this.states = new RequestState(json);
    this.listening = new Listening(offers, json);
    this.methods = new Methods(offers, capabilities, new Results(offers.server(), json), json);
  }

  /** Whether a message is of this revision, or of one that begins no session and is not known. */
  public static boolean isFor(HttpServletRequest request, RpcMessage message) {
    JsonNode told = message.params().path("_meta").path(Revision.VERSION);
    return Revision.STATELESS.equals(request.getHeader(Revision.HEADER))
        || (told.isString() && !Revision.WITH_SESSIONS.contains(told.asString()));
  }

  /** Answers one message; a subscription holds the thread until it ends. */
  public void answer(
      HttpServletRequest request, HttpServletResponse response, RpcMessage message, Caller caller)
      throws IOException {
    if (!message.isRequest()) {
      response.setStatus(HttpServletResponse.SC_ACCEPTED);
      return;
    }
    Reply reply = new Reply(response, json, message.id());
    try {
      answer(request, message, caller, reply);
    } catch (RpcErrorException e) {
      reply.error(e);
    } catch (UncheckedIOException e) {
      log.debug("A client closed the stream of its request {}", message.method());
    }
  }

  private void answer(HttpServletRequest request, RpcMessage message, Caller caller, Reply reply) {
    Envelope envelope = Envelope.of(request, message, json);
    if (message.method().equals(LISTEN)) {
      listen(message, reply, caller, Authority.of(request));
      return;
    }
    Methods.Method method = methods.find(message.method());
    message
        .objectionToParams()
        .ifPresent(
            objection -> {
              throw RpcErrorException.badParams(message.id(), objection);
            });
    methods.requireMirrored(request, message);
    String client = ClientName.of(envelope.clientName(), envelope.clientVersion());
    String connection = message.method().equals(DISCOVER) ? "" : greeting.met(caller, client);
    Input input = Input.of(message, caller, states, json, clock.instant());
    StatelessDialog dialog =
        new StatelessDialog(caller, client, connection, envelope, input, reply);
    reply.result(run(method, dialog, message));
  }

  private void listen(RpcMessage message, Reply reply, Caller caller, Authority authority) {
    if (!limit.enter(authority)) {
      throw Refusal.tooMany(
          "There are %d subscriptions with this token; close some".formatted(StreamLimit.MOST));
    }
    try {
      listening.listen(message, reply, caller, authority::isGood);
    } finally {
      limit.leave(authority);
    }
  }

  private ObjectNode run(Methods.Method method, StatelessDialog dialog, RpcMessage message) {
    try {
      return method.answer(dialog, message.params());
    } catch (InputRequiredException e) {
      return methods.results().inputRequired(e);
    } catch (NoSuchResourceException e) {
      throw Refusal.ofHandler(RpcErrorException.INVALID_PARAMS, String.valueOf(e.getMessage()))
          .with(Map.of("uri", e.uri()));
    } catch (McpError e) {
      JSONRPCError error = e.getJsonRpcError();
      RpcErrorException answer = Refusal.ofHandler(error.code(), error.message());
      throw error.data() == null ? answer : answer.with(error.data());
    } catch (RpcErrorException | UncheckedIOException e) {
      throw e;
    } catch (RuntimeException e) {
      log.error("{} failed", message.method(), e);
      throw Refusal.ofHandler(
          RpcErrorException.INTERNAL_ERROR,
          "An error in the tracker itself, which its log describes");
    }
  }

  /** Ends the streams of those who listen. */
  public void stop() {
    listening.stop();
  }
}
