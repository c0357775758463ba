package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.argument.Parameter.optional;

import dev.aidis.ingest.mcp.answer.Json;
import dev.aidis.ingest.mcp.answer.SessionShapes;
import dev.aidis.ingest.mcp.answer.Shape;
import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.Arguments;
import dev.aidis.ingest.mcp.argument.BadArgumentException;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.ingest.mcp.offer.Question;
import dev.aidis.ingest.mcp.offer.Questions;
import dev.aidis.ingest.mcp.tool.Verdict.Reasoned;
import dev.aidis.ingest.session.SessionEffects;
import dev.aidis.ingest.session.SessionEffects.Effect;
import dev.aidis.ingest.session.TimelineText;
import dev.aidis.queries.Scope;
import dev.aidis.queries.SessionFilter;
import dev.aidis.queries.SessionView;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityLimits;
import dev.aidis.schemas.ActivityType;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageRequest;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.SamplingMessage;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code session_evaluate_goal}. */
final class SessionEvaluateGoalTool implements Tool {
  private static final Parameter<String> SESSION =
      optional(
          "session",
          ArgumentTypes.session(),
          "Its number such as 47, its UUID, or current; if left out, the current one, or the last.");
  private static final Parameter<Verdict> VERDICT =
      optional(
          Verdict.ATTRIBUTE,
          ArgumentTypes.oneOf(Verdict.class, Verdict::wireName),
          "Whether the goal was reached; leave it out to be given the facts first.");
  private static final Parameter<String> EXPLANATION =
      optional(
          "explanation",
          ArgumentTypes.text(ActivityLimits.BODY),
          "Why, in a sentence or two; goes with the verdict.");

  private static final String MODEL = "model";
  private static final int TOKENS = 300;
  private static final String QUESTION =
      "Based on these facts, was the session's goal reached? Answer YES, PARTIAL or NO first, and"
          + " then a brief explanation.";

  private static final Shape<Evaluation> SHAPE =
      Shape.<Evaluation>empty()
          .with(
              "session",
              SessionShapes.NAME.json(),
              "Whose goal it is.",
              evaluation -> evaluation.facts().session())
          .with("goal", Json.TEXT, "What was to be reached.", e -> e.facts().goal())
          .with("facts", GoalFacts.SHAPE.json(), "To judge by.", Evaluation::facts)
          .maybe(
              "question",
              Json.TEXT,
              "To be answered by calling this again with verdict and explanation.",
              evaluation -> evaluation.stored() == null ? QUESTION : null)
          .maybe("verdict", Json.TEXT, "yes, partial or no; stored.", Evaluation::verdict)
          .maybe("explanation", Json.TEXT, "Stored with it.", Evaluation::explanation)
          .maybe("judged_by", Json.TEXT, "assistant or client_model.", Evaluation::judge)
          .maybe(
              "effect",
              Json.TEXT,
              "visible: the session shows it; on_its_way: soon; unknown: the database is away.",
              Evaluation::reach);

  private final SessionEffects effects;
  private final Sources sources;

  /** A verdict that was recorded. */
  private record Stored(Reasoned reasoned, String judge, Effect effect) {}

  private record Evaluation(GoalFacts facts, @Nullable Stored stored) {
    @Nullable String verdict() {
      return stored == null ? null : stored.reasoned().verdict().wireName();
    }

    @Nullable String explanation() {
      return stored == null ? null : stored.reasoned().explanation();
    }

    @Nullable String judge() {
      return stored == null ? null : stored.judge();
    }

    @Nullable String reach() {
      return stored == null ? null : stored.effect().reach().name().toLowerCase(Locale.ROOT);
    }
  }

  SessionEvaluateGoalTool(SessionEffects effects, Sources sources) {
    this.effects = effects;
    this.sources = sources;
  }

  @Override
  public Description description() {
    return new Description(
        "session_evaluate_goal",
        "Evaluate the session's goal",
        """
        Says whether a session's goal was reached. Call it without a verdict to be given the facts \
        (tasks, decisions, files, lines) and the question; then call it again with your verdict \
        and explanation, which are stored with the session. Where the client lets its model be \
        asked, one call does both. Good to call before session_end, or just after it.""",
        Hints.SETS,
        List.of(SESSION, VERDICT, EXPLANATION),
        SHAPE.schema());
  }

  @Override
  public Answer call(Call call) {
    Arguments arguments = call.arguments();
    Optional<Verdict> verdict = arguments.optional(VERDICT);
    Optional<String> explanation = arguments.optional(EXPLANATION);
    if (verdict.isPresent() != explanation.isPresent()) {
      throw new BadArgumentException(
          "verdict and explanation go together; give both, or none to be given the facts");
    }
    SessionView session = session(call);
    GoalFacts facts = GoalFacts.of(session, goalOf(session), sources);
    Optional<Stored> stored =
        verdict.isPresent()
            ? Optional.of(
                store(call, session, new Reasoned(verdict.get(), explanation.get()), "assistant"))
            : ask(call, facts).map(judged -> store(call, session, judged, "client_model"));
    return answer(new Evaluation(facts, stored.orElse(null)));
  }

  private SessionView session(Call call) {
    Optional<String> named = call.arguments().optional(SESSION);
    if (named.isPresent()) {
      return NamedSession.of(call, named.get(), sources.sessions());
    }
    try {
      return NamedSession.of(call, "current", sources.sessions());
    } catch (NothingThereException e) {
      Scope own = Scope.of(call.trackerKey().owner()).withWorkspace(call.trackerKey().workspace());
      return sources.pages().of(SessionFilter.newest(own, 1)).sessions().stream()
          .findFirst()
          .orElseThrow(() -> e);
    }
  }

  private static String goalOf(SessionView session) {
    return Optional.ofNullable(session.goal())
        .orElseThrow(
            () ->
                new NothingThereException(
                    "Session #%d has no goal, so there is nothing to evaluate. session_goal sets"
                            .formatted(session.number())
                        + " the goal of the current session."));
  }

  private static Optional<Reasoned> ask(Call call, GoalFacts facts) {
    String prompt = facts.text() + "\n" + QUESTION;
    CreateMessageRequest request =
        CreateMessageRequest.builder(
                List.of(
                    SamplingMessage.builder(Role.USER, TextContent.builder(prompt).build())
                        .build()),
                TOKENS)
            .systemPrompt("You judge fairly whether a work session reached its goal.")
            .build();
    return call.asking()
        .ask(Questions.of(MODEL, new Question.Sampling(request)))
        .sampling(MODEL)
        .flatMap(
            answer ->
                answer.content() instanceof TextContent text
                    ? Verdict.read(text.text())
                    : Optional.empty());
  }

  /** A session that is over is told of it as of its last moment: later would begin another one. */
  private Stored store(Call call, SessionView session, Reasoned reasoned, String judge) {
    Activity evaluated =
        call.activity(ActivityType.GOAL_EVALUATED)
            .occurredAt(session.open() ? call.at() : session.lastActivityAt())
            .workspace(session.workspace())
            .project(session.open() ? call.project() : session.project())
            .body(reasoned.explanation())
            .attributes(call.attributesWith(Verdict.ATTRIBUTE, reasoned.verdict().wireName()))
            .description(
                TimelineText.of(
                    "Evaluated the goal",
                    reasoned.verdict().wireName() + ", " + reasoned.explanation()))
            .build();
    return new Stored(reasoned, judge, effects.of(evaluated));
  }

  private static Answer answer(Evaluation evaluation) {
    GoalFacts facts = evaluation.facts();
    Stored stored = evaluation.stored();
    String text =
        stored == null
            ? "%s\n%s Then call session_evaluate_goal with session %d, verdict and explanation."
                .formatted(facts.text(), QUESTION, facts.session().number())
            : stored
                .effect()
                .text(
                    "Stored for session #%d: goal reached: %s. %s"
                        .formatted(
                            facts.session().number(),
                            stored.reasoned().verdict().wireName(),
                            stored.reasoned().explanation()));
    return new Answer(text, SHAPE.of(evaluation));
  }
}
