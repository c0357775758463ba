package dev.aidis.ingest.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Names what is answered to reads by its content, and answers 304 to whom has it already. What is
 * told as it comes, or once, has no name.
 */
final class EntityTags extends ShallowEtagHeaderFilter {
  private static final List<String> STREAMS =
      List.of("/api/v1/events", "/api/v1/export", "/api/v1/backup");

  /** Nobody may answer in the tracker's place, nor use an old answer without asking. */
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Cache-Control", "private, no-cache");
    super.doFilterInternal(request, response, chain);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return !request.getMethod().equals("GET") || STREAMS.contains(path);
  }
}
