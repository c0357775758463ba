package dev.aidis.ingest;

import dev.aidis.ingest.answers.CompletedTasks;
import dev.aidis.ingest.answers.ContextLists;
import dev.aidis.ingest.answers.DecisionLists;
import dev.aidis.ingest.answers.LatestDecisions;
import dev.aidis.ingest.answers.OwnersProjects;
import dev.aidis.ingest.answers.OwnersWorkspaces;
import dev.aidis.ingest.answers.SessionItems;
import dev.aidis.ingest.answers.TaskLists;
import dev.aidis.queries.ContextItemView;
import dev.aidis.queries.DecisionView;
import dev.aidis.queries.ItemFilter;
import dev.aidis.queries.ItemPage;
import dev.aidis.queries.ProjectView;
import dev.aidis.queries.TaskView;
import dev.aidis.queries.WorkspaceView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.SingletonBeanRegistry;

/** One task, decision, context item and project of Ada's; remembers what was asked. */
public final class FakeItems {
  private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");
  private static final UUID ID = UUID.fromString("01936f2e-7b1c-7c3e-9f51-000000000001");

  private static final TaskView TASK =
      new TaskView(7, ID, "Add tokens", null, "todo", "aidis", AT, AT, null);
  private static final DecisionView DECISION =
      new DecisionView(7, ID, "Use JWT", "No store", "aidis", List.of("auth"), AT);
  private static final ContextItemView CONTEXT_ITEM =
      new ContextItemView(7, ID, "Logging in", "The filter reads it", null, List.of(), AT);

  private volatile @Nullable ItemFilter lastFilter;
  private volatile @Nullable String lastStatus;

  void register(SingletonBeanRegistry beans) {
    beans.registerSingleton("taskLists", (TaskLists) this::tasks);
    beans.registerSingleton("decisionLists", (DecisionLists) this::decisions);
    beans.registerSingleton("contextLists", (ContextLists) this::context);
    beans.registerSingleton("sessionItems", (SessionItems) FakeItems::ofSession);
    beans.registerSingleton("completedTasks", (CompletedTasks) FakeItems::completedTasks);
    beans.registerSingleton("latestDecisions", (LatestDecisions) FakeItems::latestDecisions);
    beans.registerSingleton("ownersProjects", (OwnersProjects) FakeItems::projects);
    beans.registerSingleton("ownersWorkspaces", (OwnersWorkspaces) FakeItems::workspaces);
  }

  public @Nullable ItemFilter lastFilter() {
    return lastFilter;
  }

  public @Nullable String lastStatus() {
    return lastStatus;
  }

  public ItemPage<TaskView> tasks(ItemFilter filter, @Nullable String status) {
    lastStatus = status;
    return page(filter, TASK);
  }

  public ItemPage<DecisionView> decisions(ItemFilter filter) {
    return page(filter, DECISION);
  }

  public ItemPage<ContextItemView> context(ItemFilter filter) {
    return page(filter, CONTEXT_ITEM);
  }

  private static SessionItems.Items ofSession(String owner, UUID session, int limit) {
    return new SessionItems.Items(List.of(TASK), List.of(DECISION), List.of(CONTEXT_ITEM));
  }

  /** Were told when they were completed without their titles, as is usual. */
  public static List<TaskView> completedTasks(String owner, UUID session, int limit) {
    return Stream.of("Parse", "Print")
        .map(title -> new TaskView(8, ID, title, null, "completed", "aidis", AT, AT, AT))
        .toList();
  }

  public static List<DecisionView> latestDecisions(String owner, UUID session, int limit) {
    return List.of(new DecisionView(7, ID, "Use JWT", "No store", "aidis", List.of(), AT));
  }

  public static List<ProjectView> projects(String owner, int limit) {
    return owner.equals("ada") ? List.of(new ProjectView("aidis", 3, AT, AT)) : List.of();
  }

  private static List<WorkspaceView> workspaces(String owner, int limit) {
    return owner.equals("ada") ? List.of(new WorkspaceView("main", 3, AT)) : List.of();
  }

  /** Has another page behind the first. */
  private <T> ItemPage<T> page(ItemFilter filter, T item) {
    lastFilter = filter;
    List<T> items = filter.owner().equals("ada") ? List.of(item) : List.of();
    return items.isEmpty() || filter.before() != null
        ? ItemPage.last(items)
        : new ItemPage<>(items, new ItemFilter.Place(AT, 7));
  }
}
