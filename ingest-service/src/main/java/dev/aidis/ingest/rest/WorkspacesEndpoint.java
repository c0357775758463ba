package dev.aidis.ingest.rest;

import dev.aidis.ingest.answers.OwnersWorkspaces;
import dev.aidis.ingest.caller.Callers;
import dev.aidis.queries.WorkspaceView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/workspaces}: of the caller's sessions, to choose one from. */
@RestController
final class WorkspacesEndpoint {
  /** More than anybody chooses from. */
  private static final int MOST = 1_000;

  private final Callers callers;
  private final OwnersWorkspaces workspaces;

  WorkspacesEndpoint(Callers callers, OwnersWorkspaces workspaces) {
    this.callers = callers;
    this.workspaces = workspaces;
  }

  /** Those worked in last first. */
  record Workspaces(List<WorkspaceView> workspaces) {}

  @GetMapping("/api/v1/workspaces")
  Workspaces list(HttpServletRequest request) {
    return new Workspaces(workspaces.of(callers.of(request).trackerKey().owner(), MOST));
  }
}
