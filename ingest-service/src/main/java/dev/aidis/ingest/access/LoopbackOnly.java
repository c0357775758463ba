package dev.aidis.ingest.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in only requests that name this machine as their host and, when a page sends them, come from
 * a page of this machine. A foreign page whose name was made to resolve to 127.0.0.1 (DNS
 * rebinding) names itself in both headers and stays out.
 */
final class LoopbackOnly extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<String> objection = objection(request);
    if (objection.isPresent()) {
      refuse(response, objection.get());
    } else {
      chain.doFilter(request, response);
    }
  }

  private static Optional<String> objection(HttpServletRequest request) {
    String host = request.getHeader("Host");
    if (host == null || !isLoopback(hostOf(host))) {
      return Optional.of("The Host header must name 127.0.0.1, localhost or [::1].");
    }
    String origin = request.getHeader("Origin");
    if (origin != null && !isLoopbackOrigin(origin)) {
      return Optional.of("The Origin header must be absent or name a page of this machine.");
    }
    return Optional.empty();
  }

  private static boolean isLoopbackOrigin(String origin) {
    try {
      String host = URI.create(origin).getHost();
      return host != null && isLoopback(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isLoopback(String host) {
    return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
  }

  private static String hostOf(String header) {
    return header.replaceFirst(":\\d*$", "");
  }

  private static void refuse(HttpServletResponse response, String detail) throws IOException {
    byte[] body =
        """
        {"type":"about:blank","title":"Forbidden","status":403,"detail":"%s"}"""
            .formatted(detail)
            .getBytes(StandardCharsets.UTF_8);
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("application/problem+json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
