package dev.aidis.ingest.mcp.tool;

import dev.aidis.ingest.mcp.answer.ItemShapes;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.queries.ProjectView;
import dev.aidis.queries.report.ItemsReport;
import java.util.List;

/** {@code project_list}. */
final class ProjectListTool implements Tool {
  private static final int PROJECTS = 50;
  private static final Parameter<Integer> LIMIT = Paging.limit(PROJECTS);

  private final Sources sources;

  ProjectListTool(Sources sources) {
    this.sources = sources;
  }

  @Override
  public Description description() {
    return new Description(
        "project_list",
        "List projects",
        """
        Lists the projects that the user has sessions on, those worked on last first. Call it to \
        find how a project is spelled before you name it. One that project_create made is listed as \
        soon as a session is on it.""",
        Hints.READS,
        List.of(LIMIT),
        ItemShapes.PROJECTS.schema());
  }

  @Override
  public Answer call(Call call) {
    List<ProjectView> projects =
        sources.projects().of(call.trackerKey().owner(), call.arguments().getOr(LIMIT, PROJECTS));
    return new Answer(
        sources.texts().draw(new ItemsReport(sources.texts().zone()).projects(projects)),
        ItemShapes.PROJECTS.of(projects));
  }
}
