package dev.aidis.ingest.mcp.answer;

import dev.aidis.domain.Score;
import dev.aidis.queries.SessionPage;
import dev.aidis.queries.SessionView;
import dev.aidis.schemas.Counters;

/** Sessions as tools answer with them. */
public final class SessionShapes {
  private static final Shape<Counters> TASKS =
      Shape.<Counters>empty()
          .with("created", Json.INTEGER, "Created in it.", Counters::tasksCreated)
          .with("completed", Json.INTEGER, "Completed in it.", Counters::tasksCompleted)
          .with("in_progress", Json.INTEGER, "Being worked on.", Counters::tasksInProgress)
          .with("todo", Json.INTEGER, "Not begun.", Counters::tasksTodo);

  private static final Shape<Counters> PROGRESS =
      Shape.<Counters>empty()
          .with("tasks", TASKS.json(), "Tasks of the session.", counters -> counters)
          .with("context_items", Json.INTEGER, "Context items added.", Counters::contextItemsAdded)
          .with("decisions", Json.INTEGER, "Decisions made.", Counters::decisionsMade)
          .with("files_modified", Json.INTEGER, "Distinct files.", Counters::filesModified)
          .with("lines_added", Json.INTEGER, "Lines of code added.", Counters::linesAdded)
          .with("lines_removed", Json.INTEGER, "Lines of code removed.", Counters::linesRemoved)
          .with("activities", Json.INTEGER, "All recorded activities.", Counters::activities);

  private static final Shape<Score.Component> PART =
      Shape.<Score.Component>empty()
          .with("name", Json.TEXT, "What is scored.", Score.Component::name)
          .with("points", Json.NUMBER, "Points for it.", Score.Component::points)
          .with("most", Json.INTEGER, "The most points there are.", Score.Component::most)
          .with(
              "measured",
              Json.BOOLEAN,
              "False where there was nothing to measure.",
              Score.Component::measured);

  private static final Shape<Score> SCORE =
      Shape.<Score>empty()
          .with("total", Json.NUMBER, "0 to 100.", Score::total)
          .with("version", Json.INTEGER, "Version of the formula.", Score::version)
          .with("parts", PART.list(), "What the total is the sum of.", Score::components);

  /** What a session is named by, where the rest is known. */
  public static final Shape<SessionView> NAME =
      Shape.<SessionView>empty()
          .with("number", Json.INTEGER, "How users name the session.", SessionView::number)
          .with("id", Json.ID, "Stays the same for ever.", SessionView::id)
          .with("status", Json.TEXT, "active, paused, ended or timeout.", SessionView::status);

  public static final Shape<SessionView> SESSION =
      NAME.with(
              "workspace", Json.TEXT, "Separates parallel streams of work.", SessionView::workspace)
          .maybe("project", Json.TEXT, "What is worked on now.", SessionView::project)
          .maybe("goal", Json.TEXT, "What is to be reached.", SessionView::goal)
          .maybe(
              "goal_verdict",
              Json.TEXT,
              "Whether it was: yes, partial, no.",
              SessionView::goalVerdict)
          .maybe("goal_verdict_reason", Json.TEXT, "Why.", SessionView::goalVerdictExplanation)
          .maybe("notes", Json.TEXT, "The notes, one below the other.", SessionView::notes)
          .with("tags", Json.TEXTS, "Kinds of work.", SessionView::tags)
          .maybe("ai_model", Json.TEXT, "The model used last.", SessionView::aiModel)
          .with("started_at", Json.TIME, "Time of its first activity.", SessionView::startedAt)
          .with(
              "last_activity_at",
              Json.TIME,
              "Time of its last activity.",
              SessionView::lastActivityAt)
          .maybe("ended_at", Json.TIME, "Absent while it is open.", SessionView::endedAt)
          .with(
              "duration_minutes",
              Json.INTEGER,
              "From start to last activity, without pauses.",
              SessionView::durationMinutes)
          .with("progress", PROGRESS.json(), "What was done in it so far.", SessionView::counters)
          .with("score", SCORE.json(), "The productivity score.", SessionView::score);

  public static final Shape<SessionPage> PAGE =
      Shape.<SessionPage>empty()
          .with("sessions", SESSION.list(), "Newest first.", SessionPage::sessions)
          .maybe("next", Json.TEXT, Next.DESCRIPTION, page -> Next.of(page.next()));

  private SessionShapes() {}
}
