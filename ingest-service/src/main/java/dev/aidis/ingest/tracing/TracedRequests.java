package dev.aidis.ingest.tracing;

import dev.aidis.service.tracing.Step;
import dev.aidis.service.tracing.Tracing;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Makes a step of each request that tells something. One of MCP may hold a message with a trace of
 * its own, and becomes a step when it is known what it is. What only asks is left out, and so is
 * what other programs export: these spans might be among it.
 */
final class TracedRequests extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String MCP = "/mcp";
  private static final List<String> TELLING = List.of("/api/", "/hooks/", "/compat/");

  private final transient Tracing tracing;

  TracedRequests(Tracing tracing) {
    this.tracing = tracing;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getServletPath();
    boolean asks = List.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
    if (!asks && path.equals(MCP)) {
      try (Step _ = tracing.within(request::getHeader)) {
        chain.doFilter(request, response);
      }
    } else if (!asks && TELLING.stream().anyMatch(path::startsWith)) {
      try (Step step = tracing.answering(request.getMethod(), request::getHeader)) {
        answer(request, response, chain, step);
      }
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void answer(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, Step step)
      throws IOException, ServletException {
    step.note("http.request.method", request.getMethod());
    step.note("url.path", request.getServletPath());
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException e) {
      step.failed(e.getClass().getSimpleName());
      throw e;
    } finally {
      if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
          instanceof String route) {
        step.note("http.route", route);
        step.rename(request.getMethod() + " " + route);
      }
    }
    step.note("http.response.status_code", response.getStatus());
    if (response.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
      step.failed(Integer.toString(response.getStatus()));
    }
  }
}
