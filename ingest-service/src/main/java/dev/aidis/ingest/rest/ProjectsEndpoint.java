package dev.aidis.ingest.rest;

import dev.aidis.ingest.answers.OwnersProjects;
import dev.aidis.ingest.caller.Callers;
import dev.aidis.ingest.input.Suggestion;
import dev.aidis.queries.ProjectView;
import dev.aidis.queries.report.ItemsReport;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/projects}: of the caller's sessions. */
@RestController
final class ProjectsEndpoint {
  private final Callers callers;
  private final OwnersProjects projects;

  ProjectsEndpoint(Callers callers, OwnersProjects projects) {
    this.callers = callers;
    this.projects = projects;
  }

  /**
   * A page of projects, those worked on last first.
   *
   * @param next what the next page is asked for with; absent on the last one
   */
  record Projects(List<ProjectView> projects, @Nullable String next) {}

  /**
   * @param after how many come before the page: an owner has few
   */
  @GetMapping("/api/v1/projects")
  ResponseEntity<Object> list(
      HttpServletRequest request,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(required = false) @Nullable String after,
      Presentation presentation) {
    int from = after == null ? 0 : place(after);
    int end = from + SessionSearch.requireLimit(limit);
    List<ProjectView> first = projects.of(callers.of(request).trackerKey().owner(), end + 1);
    List<ProjectView> page =
        first.subList(Math.min(from, first.size()), Math.min(end, first.size()));
    String next = first.size() > end ? Integer.toString(end) : null;
    return presentation.of(
        () -> new Projects(page, next), zone -> new ItemsReport(zone).projects(page));
  }

  private static int place(String after) {
    if (!after.matches("[0-9]{1,6}")) {
      throw new IllegalArgumentException(
          "'%s' is no place in a list of projects: take the one that came with the page before"
              .formatted(Suggestion.abbreviate(after)));
    }
    return Integer.parseInt(after);
  }
}
