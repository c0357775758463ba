package dev.aidis.ingest.mcp.answer;

import dev.aidis.queries.ContextItemView;
import dev.aidis.queries.DecisionView;
import dev.aidis.queries.ItemPage;
import dev.aidis.queries.ProjectView;
import dev.aidis.queries.TaskView;
import java.util.List;

/** Tasks, decisions, context items and projects, as tools answer with them. */
public final class ItemShapes {
  private static final Shape<TaskView> TASK =
      Shape.<TaskView>empty()
          .with("task_id", Json.ID, "Names the task for task_update.", TaskView::id)
          .maybe("title", Json.TEXT, "What is to be done.", TaskView::title)
          .maybe("description", Json.TEXT, "At length.", TaskView::description)
          .with("status", Json.TEXT, "todo, in_progress or completed.", TaskView::status)
          .maybe("project", Json.TEXT, "What it was created for.", TaskView::project)
          .with("created_at", Json.TIME, "When it was first told.", TaskView::createdAt)
          .with("updated_at", Json.TIME, "When it was last told.", TaskView::updatedAt)
          .maybe("completed_at", Json.TIME, "If it is.", TaskView::completedAt);

  private static final Shape<DecisionView> DECISION =
      Shape.<DecisionView>empty()
          .with("decision_id", Json.ID, "Names the decision.", DecisionView::id)
          .maybe("title", Json.TEXT, "What was decided.", DecisionView::title)
          .maybe("rationale", Json.TEXT, "Why.", DecisionView::rationale)
          .maybe("project", Json.TEXT, "What it was made for.", DecisionView::project)
          .with("tags", Json.TEXTS, "Its labels.", DecisionView::tags)
          .with("made_at", Json.TIME, "When.", DecisionView::madeAt);

  private static final Shape<ContextItemView> ITEM =
      Shape.<ContextItemView>empty()
          .with("context_id", Json.ID, "Names the item.", ContextItemView::id)
          .maybe("title", Json.TEXT, "What it is about.", ContextItemView::title)
          .maybe("content", Json.TEXT, "What was kept.", ContextItemView::content)
          .maybe("project", Json.TEXT, "What it was kept for.", ContextItemView::project)
          .with("tags", Json.TEXTS, "Its labels.", ContextItemView::tags)
          .with("added_at", Json.TIME, "When.", ContextItemView::addedAt);

  private static final Shape<ProjectView> PROJECT =
      Shape.<ProjectView>empty()
          .with("name", Json.TEXT, "How it is named.", ProjectView::name)
          .with("sessions", Json.INTEGER, "The user's sessions on it.", ProjectView::sessions)
          .with("first_started_at", Json.TIME, "The first.", ProjectView::firstStartedAt)
          .with("last_activity_at", Json.TIME, "Work on it last.", ProjectView::lastActivityAt);

  public static final Shape<ItemPage<TaskView>> TASKS = page("tasks", TASK);
  public static final Shape<ItemPage<DecisionView>> DECISIONS = page("decisions", DECISION);
  public static final Shape<ItemPage<ContextItemView>> CONTEXT = page("items", ITEM);

  public static final Shape<List<ProjectView>> PROJECTS =
      Shape.<List<ProjectView>>empty()
          .with("projects", PROJECT.list(), "Worked on last first.", projects -> projects);

  private ItemShapes() {}

  private static <T> Shape<ItemPage<T>> page(String name, Shape<T> item) {
    return Shape.<ItemPage<T>>empty()
        .with(name, item.list(), "Newest first.", ItemPage::items)
        .maybe("next", Json.TEXT, Next.DESCRIPTION, page -> Next.of(page.next()));
  }
}
