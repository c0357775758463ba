package dev.aidis.ingest.mcp;

import dev.aidis.ingest.caller.Callers;
import dev.aidis.ingest.input.Suggestion;
import dev.aidis.ingest.mcp.argument.BadArgumentException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What comes before the SDK's servlet: refuses what the SDK would answer wrongly or not at all,
 * tells it who calls, and keeps track of who is connected.
 */
final class McpFront extends HttpFilter {
  static final int MAX_BYTES = 4 * 1024 * 1024;

  private static final long serialVersionUID = 1L;
  private static final String SESSION_HEADER = "Mcp-Session-Id";
  private static final String REVISION_HEADER = "MCP-Protocol-Version";

  private final transient Callers callers;
  private final transient Connections connections;
  private final transient Set<String> tools;
  private final transient JsonMapper json = JsonMapper.shared();

  McpFront(Callers callers, Connections connections, Set<String> tools) {
    this.callers = callers;
    this.connections = connections;
    this.tools = Set.copyOf(tools);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      request.setAttribute(Calls.CALLER, callers.of(request));
      if (request.getMethod().equals("POST")) {
        post(request, response, chain);
      } else {
        requireKnownRevision(request, null);
        chain.doFilter(request, response);
        closeIfDeleted(request);
      }
    } catch (RpcErrorException e) {
      e.write(response);
    } catch (IllegalArgumentException e) {
      RpcErrorException.badRequest(null, String.valueOf(e.getMessage())).write(response);
    }
  }

  private void post(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    byte[] body = body(request);
    RpcMessage message = message(body);
    if (message.isInitialize()) {
      requireParams(message);
      chain.doFilter(new ReplayedRequest(request, body), response);
      opened(response, message);
      return;
    }
    requireKnownRevision(request, message.id());
    String session = requireSession(request, message.id());
    requireParams(message);
    requireKnownTool(message);
    connections.spoke(session, callers.of(request));
    chain.doFilter(new ReplayedRequest(request, body), response);
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
    if (message.method().equals("tools/call") && !tools.contains(tool)) {
      throw RpcErrorException.badParams(message.id(), Suggestion.forUnknown("tool", tool, tools));
    }
  }

  private static void requireKnownRevision(HttpServletRequest request, @Nullable JsonNode id) {
    String revision = request.getHeader(REVISION_HEADER);
    if (revision != null && !McpEndpoint.REVISIONS.contains(revision)) {
      throw RpcErrorException.badRequest(
          id,
          "Unsupported protocol version; supported are "
              + String.join(", ", McpEndpoint.REVISIONS)
              + ", negotiated by initialize");
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

  private void opened(HttpServletResponse response, RpcMessage message) {
    String session = response.getHeader(SESSION_HEADER);
    if (session != null) {
      JsonNode client = message.params().path("clientInfo");
      connections.opened(
          session,
          ClientName.of(client.path("name").asString(""), client.path("version").asString("")));
    }
  }

  private void closeIfDeleted(HttpServletRequest request) {
    String session = request.getHeader(SESSION_HEADER);
    if (request.getMethod().equals("DELETE") && session != null) {
      connections.closed(session);
    }
  }
}
