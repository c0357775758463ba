package dev.aidis.ingest.telemetry;

import dev.aidis.domain.ClockClamp;
import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.session.CurrentWork;
import dev.aidis.ingest.session.CurrentWork.Seen;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Ids;
import dev.aidis.schemas.TokenAttributes;
import dev.aidis.schemas.TokenUsage;
import dev.aidis.schemas.TrackerKey;
import dev.aidis.schemas.fact.ClaudeCodeFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes activities of what was used up. It belongs where the same assistant's session was seen by
 * hooks or MCP; else where the request's headers say, then the telemetry's own attributes {@code
 * machine}, {@code workspace} and {@code project}.
 *
 * @param machine the tracker's own
 */
record UseActivities(String machine, CurrentWork work, ClockClamp clock) {
  private static final String CLIENT = "claude-code";
  private static final double MICROS = 1e6;

  /** So long the answer may take in which an assistant tells that it ended the session. */
  private static final Duration LAST_ANSWER = Duration.ofMinutes(1);

  /** The machine of a caller whose token is for any. */
  private static final String UNKNOWN = "unknown";

  /**
   * @throws IllegalArgumentException with a sentence, if it cannot be an activity
   */
  Activity of(Use use, Caller caller, Instant now) {
    String owner = caller.trackerKey().owner();
    Optional<Seen> seen =
        use.session() == null ? Optional.empty() : work.seen(owner, use.session());
    ActivityBuilder activity =
        Activity.builder(
                Ids.nameBased("otlp:" + owner + ":" + use.fact()), ActivityType.TOKENS_USED)
            .occurredAt(use.end())
            .receivedAt(now)
            .owner(owner)
            .client(CLIENT)
            .clientSession(use.session())
            .aiModel(use.model())
            .aiProvider(use.model() != null && use.model().contains("claude") ? "anthropic" : null)
            .aiInvolved(true)
            .attributes(attributes(use))
            .description(description(use));
    seen.ifPresentOrElse(known -> place(activity, known), () -> place(activity, use, caller));
    Activity told = clock.clamp(named(activity.build(), use), now);
    return seen.map(Seen::at)
        .filter(at -> within(use, at))
        .or(
            () ->
                work.endedAt(told.trackerKey())
                    .filter(end -> within(use, end) || followsOnly(use, end)))
        .map(at -> told.toBuilder().occurredAt(at).build())
        .orElse(told);
  }

  /** What a transcript tells too has the id that it has there. */
  private static Activity named(Activity activity, Use use) {
    if (use.request() == null) {
      return activity;
    }
    ClaudeCodeFacts facts = new ClaudeCodeFacts(activity.trackerKey(), use.session());
    return activity.toBuilder().id(facts.id(ClaudeCodeFacts.tokens(use.request(), null))).build();
  }

  /**
   * An export tells of the time since the one before. What the session was last seen to do within
   * it says when; else the end of the work in it: so no export makes a session after an end.
   */
  private static boolean within(Use use, Instant at) {
    return !at.isBefore(use.start()) && !at.isAfter(use.end());
  }

  /**
   * Whether it is no work of its own after an end that nothing was seen after: the answer in which
   * the assistant tells of the end, whose tokens come to be known when it is complete, or somebody
   * who was only there.
   */
  private static boolean followsOnly(Use use, Instant end) {
    return use.start().isAfter(end)
        && (use.isPresence() || !use.start().isAfter(end.plus(LAST_ANSWER)));
  }

  private static void place(ActivityBuilder activity, Seen known) {
    activity
        .workspace(known.trackerKey().workspace())
        .machine(known.machine())
        .project(known.project())
        .repo(known.repo());
  }

  private void place(ActivityBuilder activity, Use use, Caller caller) {
    Attributes told = use.attributes();
    String workspace = caller.trackerKey().workspace();
    String itsMachine = told.name("machine");
    activity
        .workspace(
            workspace.equals(TrackerKey.MAIN) ? or(told.name("workspace"), workspace) : workspace)
        .machine(
            caller.machine().equals(machine) || caller.machine().equals(UNKNOWN)
                ? or(itsMachine == null ? told.name("host.name") : itsMachine, caller.machine())
                : caller.machine())
        .project(caller.project() == null ? told.name("project") : caller.project())
        .repo(caller.repo());
  }

  private static String or(@Nullable String told, String otherwise) {
    return told == null ? otherwise : told;
  }

  private static Map<String, String> attributes(Use use) {
    Map<String, String> attributes = new HashMap<>(use.notes());
    attributes.putAll(TokenAttributes.of(use.usage()));
    String version = use.attributes().name("service.version");
    if (version != null) {
      attributes.put("version", version);
    }
    return attributes;
  }

  private static String description(Use use) {
    TokenUsage usage = use.usage();
    if (usage.usesNothing()) {
      return "Was active";
    }
    String of = use.model() == null ? "" : " of " + use.model();
    return "Used %d tokens%s for $%s"
        .formatted(
            usage.tokens(), of, String.format(Locale.ROOT, "%.4f", usage.costMicroUsd() / MICROS));
  }
}
