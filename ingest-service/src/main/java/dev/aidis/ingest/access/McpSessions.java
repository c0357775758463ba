package dev.aidis.ingest.access;

import dev.aidis.ingest.caller.Authority;
import dev.aidis.ingest.caller.StreamLimit;
import dev.aidis.ingest.session.Recent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Binds each MCP session to the owner it was opened for, since the SDK does not: another owner's
 * session is none for whoever knows its id. Remembers the most recently used ones; a client whose
 * session is forgotten opens another, as the protocol wants it. A stream that waits for
 * notifications ends with its token, and when its client has gone.
 */
final class McpSessions extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String HEADER = "Mcp-Session-Id";
  private static final int MAX_SESSIONS = 10_000;
  private static final int SESSION_NOT_FOUND = -32001;

  private final transient Map<String, String> ownerById = new Recent<>(MAX_SESSIONS);
  private final transient OpenStreams streams;

  McpSessions(OpenStreams streams) {
    this.streams = streams;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Authority authority = Authority.of(request);
    String owner = authority.owner();
    String session = request.getHeader(HEADER);
    if (session != null && !session.isBlank() && !isOf(owner, session)) {
      notFound(session, response);
      return;
    }
    if (request.getMethod().equals("GET")) {
      listen(request, new Waiting(response), authority, chain);
    } else {
      chain.doFilter(request, new Opening(response, owner));
    }
  }

  private void listen(
      HttpServletRequest request, Waiting response, Authority authority, FilterChain chain)
      throws IOException, ServletException {
    if (!streams.enter(authority)) {
      Refusal.of(
              HttpStatus.TOO_MANY_REQUESTS,
              "There are %d streams of MCP sessions with this token; close some."
                  .formatted(StreamLimit.MOST))
          .write(response);
      return;
    }
    boolean opened = false;
    try {
      chain.doFilter(request, response);
      opened = request.isAsyncStarted();
    } finally {
      if (!opened) {
        streams.leave(authority);
      }
    }
    if (opened) {
      streams.add(request.getAsyncContext(), authority, response.getWriter());
    }
  }

  /** As the SDK answers for a session that is no more. */
  private static void notFound(String session, HttpServletResponse response) throws IOException {
    ObjectNode error = JsonMapper.shared().createObjectNode();
    error.put("jsonrpc", "2.0").putNull("id");
    error
        .putObject("error")
        .put("code", SESSION_NOT_FOUND)
        .put("message", "Session not found: " + session);
    byte[] body = error.toString().getBytes(StandardCharsets.UTF_8);
    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private boolean isOf(String owner, String session) {
    synchronized (ownerById) {
      return owner.equals(ownerById.get(session));
    }
  }

  /** Takes a new session down before the client knows of it. */
  private final class Opening extends HttpServletResponseWrapper {
    private final String owner;

    Opening(HttpServletResponse response, String owner) {
      super(response);
      this.owner = owner;
    }

    @Override
    public void setHeader(String name, String value) {
      note(name, value);
      super.setHeader(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
      note(name, value);
      super.addHeader(name, value);
    }

    private void note(String name, String value) {
      if (name.equalsIgnoreCase(HEADER)) {
        synchronized (ownerById) {
          ownerById.putIfAbsent(value, owner);
        }
      }
    }
  }

  /** Is written to by the SDK and by {@link OpenStreams}. */
  private static final class Waiting extends HttpServletResponseWrapper {
    private @Nullable StreamWriter writer;

    Waiting(HttpServletResponse response) {
      super(response);
    }

    @Override
    public StreamWriter getWriter() throws IOException {
      StreamWriter known = writer == null ? new StreamWriter(super.getWriter()) : writer;
      writer = known;
      return known;
    }
  }
}
