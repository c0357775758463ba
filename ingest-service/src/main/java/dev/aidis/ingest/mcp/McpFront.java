package dev.aidis.ingest.mcp;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.caller.Callers;
import dev.aidis.ingest.mcp.argument.BadArgumentException;
import dev.aidis.ingest.mcp.offer.ClientName;
import dev.aidis.ingest.mcp.offer.Offers;
import dev.aidis.ingest.mcp.rpc.RpcErrorException;
import dev.aidis.ingest.mcp.rpc.RpcMessage;
import dev.aidis.ingest.mcp.stateless.Revision;
import dev.aidis.ingest.mcp.stateless.StatelessServer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What comes before the SDK's servlet: hands over what is of the revision without sessions, refuses
 * what the SDK would answer wrongly or not at all, tells it who calls, and keeps track of who is
 * connected and watches what.
 */
final class McpFront extends HttpFilter {
  static final int MAX_BYTES = 4 * 1024 * 1024;

  private static final long serialVersionUID = 1L;
  static final String SESSION_HEADER = "Mcp-Session-Id";

  private final transient Callers callers;
  private final transient Connections connections;
  private final transient Subscriptions subscriptions;
  private final transient StatelessServer stateless;
  private final transient Offers offers;
  private final transient JsonMapper json = JsonMapper.shared();

  McpFront(
      Callers callers,
      Connections connections,
      Subscriptions subscriptions,
      StatelessServer stateless,
      Offers offers) {
    this.callers = callers;
    this.connections = connections;
    this.subscriptions = subscriptions;
    this.stateless = stateless;
    this.offers = offers;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      Caller caller = callers.of(request);
      request.setAttribute(SessionDialog.CALLER, caller);
      if (request.getMethod().equals("POST")) {
        post(request, response, chain, caller);
      } else if (Revision.STATELESS.equals(request.getHeader(Revision.HEADER))) {
        response.setHeader("Allow", "POST");
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      } else {
        requireKnownRevision(request, null);
        String session = requireSession(request, null);
        chain.doFilter(request, response);
        closeIfDeleted(request, session);
      }
    } catch (RpcErrorException e) {
      e.write(response);
    } catch (IllegalArgumentException e) {
      RpcErrorException.badRequest(null, String.valueOf(e.getMessage())).write(response);
    }
  }

  private void post(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, Caller caller)
      throws IOException, ServletException {
    byte[] body = body(request);
    RpcMessage message = message(body);
    if (StatelessServer.isFor(request, message)) {
      stateless.answer(request, response, message, caller);
      return;
    }
    if (message.isInitialize()) {
      requireParams(message);
      chain.doFilter(
          new ReplayedRequest(request, body),
          new NewSession(response, session -> opened(session, message)));
      return;
    }
    requireKnownRevision(request, message.id());
    String session = requireSession(request, message.id());
    requireParams(message);
    requireKnownTool(message);
    connections.spoke(session, caller);
    watch(message, session, caller);
    chain.doFilter(new ReplayedRequest(request, body), response);
  }

  private void watch(RpcMessage message, String session, Caller caller) {
    String uri = message.params().path("uri").asString("");
    switch (message.method()) {
      case "resources/subscribe" -> subscriptions.add(session, caller, uri);
      case "resources/unsubscribe" -> subscriptions.remove(session, uri);
      default -> {}
    }
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    try (InputStream in = request.getInputStream()) {
      byte[] body = in.readNBytes(MAX_BYTES + 1);
      if (body.length > MAX_BYTES) {
        throw RpcErrorException.tooLarge(MAX_BYTES);
      }
      return body;
    }
  }

  private RpcMessage message(byte[] body) {
    JsonNode tree;
    try {
      tree = json.readTree(body);
    } catch (JacksonException e) {
      throw RpcErrorException.unreadable(e.getOriginalMessage());
    }
    try {
      return RpcMessage.of(tree);
    } catch (BadArgumentException e) {
      throw RpcErrorException.badRequest(null, String.valueOf(e.getMessage()));
    }
  }

  private static void requireParams(RpcMessage message) {
    message
        .objectionToParams()
        .ifPresent(
            objection -> {
              throw RpcErrorException.badParams(message.id(), objection);
            });
  }

  private void requireKnownTool(RpcMessage message) {
    String tool = message.params().path("name").asString("");
    if (message.method().equals("tools/call") && offers.tool(tool).isEmpty()) {
      throw RpcErrorException.badParams(message.id(), offers.noSuchTool(tool));
    }
  }

  private static void requireKnownRevision(HttpServletRequest request, @Nullable JsonNode id) {
    String revision = request.getHeader(Revision.HEADER);
    if (revision != null && !Revision.WITH_SESSIONS.contains(revision)) {
      throw RpcErrorException.badRequest(
          id,
          "Unsupported protocol version; supported are "
              + String.join(", ", Revision.WITH_SESSIONS)
              + ", negotiated by initialize, and "
              + Revision.STATELESS
              + ", told in each request's _meta");
    }
  }

  private static String requireSession(HttpServletRequest request, @Nullable JsonNode id) {
    String session = request.getHeader(SESSION_HEADER);
    if (session == null || session.isBlank()) {
      throw RpcErrorException.badRequest(
          id, "The header " + SESSION_HEADER + " is missing; send initialize first");
    }
    return session;
  }

  private void opened(String session, RpcMessage message) {
    JsonNode client = message.params().path("clientInfo");
    connections.opened(
        session,
        ClientName.of(client.path("name").asString(""), client.path("version").asString("")));
  }

  private void closeIfDeleted(HttpServletRequest request, String session) {
    if (request.getMethod().equals("DELETE")) {
      connections.closed(session);
      subscriptions.closed(session);
    }
  }
}
