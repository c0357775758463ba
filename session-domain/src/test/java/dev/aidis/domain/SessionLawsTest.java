package dev.aidis.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.domain.BatchOracle.Expected;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Closure;
import dev.aidis.schemas.Counters;
import dev.aidis.schemas.GoalVerdict;
import dev.aidis.schemas.ModelUse;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.TokenUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Laws of sessionization, over seeded random streams, against {@link BatchOracle}. */
class SessionLawsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final SessionRules RULES = SessionRules.DEFAULT;
  private static final SessionRules SHORT_SESSIONS =
      new SessionRules(Duration.ofHours(2), Duration.ofHours(5), Duration.ofMinutes(15));
  private static final int STREAMS = 12_000;

  @Test
  void inOrderTheSessionsAreThoseOfThePlainBatch() {
    forEachStream(0.15, RULES, (random, stream) -> stream);
  }

  @Test
  void anyPermutationAndDuplicationGivesTheSessionsOfThePlainBatch() {
    forEachStream(0.2, RULES, SessionLawsTest::shuffledWithDuplicates);
  }

  @Test
  void anyPermutationGivesTheSessionsOfThePlainBatchWhereLengthCutsToo() {
    forEachStream(0.1, SHORT_SESSIONS, SessionLawsTest::shuffledWithDuplicates);
  }

  @Test
  void withoutCutsAnyPermutationGivesTheSessionsOfThePlainBatch() {
    forEachStream(0.0, RULES, SessionLawsTest::shuffledWithDuplicates);
  }

  @Test
  void slightlyLateActivitiesGiveTheSessionsOfThePlainBatch() {
    forEachStream(0.1, RULES, SessionLawsTest::locallyShuffled);
  }

  @Test
  void thePublishedUpdatesAssignEveryActivityAsTheStateDoes() {
    for (long seed = 0; seed < STREAMS; seed++) {
      Random random = new Random(seed);
      List<Activity> stream =
          shuffledWithDuplicates(
              random, new RandomStreams(seed, SHORT_SESSIONS, 0.2).next(1 + random.nextInt(25)));
      InMemoryHistory history = new InMemoryHistory();
      ReaderOfUpdates reader = new ReaderOfUpdates();
      accept(stream, SHORT_SESSIONS, history, reader::read);
      assertThat(reader.sessions()).as("seed %d", seed).isEqualTo(byId(history.sessions()));
      assertThat(reader.assignments()).as("seed %d", seed).isEqualTo(assignmentsOf(history));
    }
  }

  private interface Arrival {
    List<Activity> of(Random random, List<Activity> stream);
  }

  private static void forEachStream(double cutShare, SessionRules rules, Arrival arrival) {
    BatchOracle oracle = new BatchOracle(rules);
    for (long seed = 0; seed < STREAMS; seed++) {
      Random random = new Random(seed);
      List<Activity> stream = new RandomStreams(seed, rules, cutShare).next(1 + random.nextInt(25));
      InMemoryHistory history = new InMemoryHistory();
      accept(arrival.of(random, stream), rules, history, update -> {});
      assertThat(history.sessions().stream().map(s -> found(s, history)).toList())
          .as("seed %d", seed)
          .isEqualTo(oracle.sessionsOf(stream));
    }
  }

  private static void accept(
      List<Activity> arriving,
      SessionRules rules,
      InMemoryHistory history,
      Consumer<SessionUpdate> published) {
    Sessionizer sessionizer = new Sessionizer(rules);
    Set<UUID> seen = new HashSet<>();
    Instant now = NOW;
    for (Activity activity : arriving) {
      now = now.plusMillis(1);
      if (seen.add(activity.id())) {
        published.accept(sessionizer.accept(activity, now, history).toUpdate(activity));
      }
    }
  }

  private static List<Activity> shuffledWithDuplicates(Random random, List<Activity> stream) {
    List<Activity> arriving = new ArrayList<>(stream);
    for (int i = random.nextInt(5); i > 0; i--) {
      arriving.add(stream.get(random.nextInt(stream.size())));
    }
    Collections.shuffle(arriving, random);
    return arriving;
  }

  private static List<Activity> locallyShuffled(Random random, List<Activity> stream) {
    List<Activity> arriving = new ArrayList<>(stream);
    for (int i = 1; i < arriving.size(); i++) {
      if (random.nextInt(3) == 0) {
        Collections.swap(arriving, i, i - 1);
      }
    }
    return arriving;
  }

  private static Expected found(Session session, InMemoryHistory history) {
    List<UUID> activities = new ArrayList<>();
    history.forEachActivity(session.first(), session.last(), a -> activities.add(a.id()));
    return new Expected(
        activities,
        session.startedAt(),
        session.lastActivityAt(),
        closedBy(session.closure()),
        session.active(),
        session.paused(),
        session.goal() == null ? null : session.goal().value(),
        verdict(session.goalVerdict()),
        session.project() == null ? null : session.project().value(),
        session.tags(),
        session.machines(),
        session.models().stream().collect(Collectors.toMap(ModelUse::model, ModelUse::activities)),
        counts(session, history));
  }

  private static String closedBy(Closure closure) {
    return switch (closure) {
      case OPEN, TIMED_OUT -> "nothing";
      case ENDED -> "end";
      case CUT_BY_START -> "start";
      case CUT_BY_LENGTH -> "length";
    };
  }

  /** Counts of types that the session has no counter for are taken from its activities. */
  private static Map<String, Long> counts(Session session, InMemoryHistory history) {
    Counters counters = session.counters();
    Map<String, Long> counts = new HashMap<>();
    history.forEachActivity(
        session.first(),
        session.last(),
        a -> {
          counts.merge(a.type(), 1L, Long::sum);
          if (a.type().equals("file_modified") || a.type().equals("code_measured")) {
            String by = a.aiInvolved() ? "ai" : "human";
            counts.put("added_" + by, 0L);
            counts.put("removed_" + by, 0L);
          }
        });
    counts.put("activities", counters.activities());
    counts.computeIfPresent("task_created", (type, n) -> counters.tasksCreated());
    counts.computeIfPresent("context_added", (type, n) -> counters.contextItemsAdded());
    counts.computeIfPresent("decision_made", (type, n) -> counters.decisionsMade());
    counts.computeIfPresent("file_modified", (type, n) -> counters.fileModifications());
    counts.computeIfPresent("file_mentioned", (type, n) -> counters.fileMentions());
    counts.computeIfPresent("prompt_submitted", (type, n) -> counters.prompts());
    counts.computeIfPresent("tool_used", (type, n) -> counters.toolUses());
    counts.computeIfPresent("added_ai", (type, n) -> counters.linesAddedByAi());
    counts.computeIfPresent("removed_ai", (type, n) -> counters.linesRemovedByAi());
    counts.computeIfPresent("added_human", (type, n) -> counters.linesAddedByHuman());
    counts.computeIfPresent("removed_human", (type, n) -> counters.linesRemovedByHuman());
    counts.putAll(usage(counters.usage()));
    counts.put("files", counters.filesModified());
    counts.put("todo", counters.tasksTodo());
    counts.put("in_progress", counters.tasksInProgress());
    counts.put("completed", counters.tasksCompleted());
    return counts;
  }

  private static Map<String, Long> usage(TokenUsage usage) {
    return Map.of(
        "input_tokens", usage.inputTokens(),
        "output_tokens", usage.outputTokens(),
        "cache_read_tokens", usage.cacheReadTokens(),
        "cache_creation_tokens", usage.cacheCreationTokens(),
        "cost_micro_usd", usage.costMicroUsd());
  }

  private static @Nullable String verdict(@Nullable GoalVerdict verdict) {
    return verdict == null ? null : verdict.answer().wireName() + ": " + verdict.explanation();
  }

  private static Map<UUID, Session> byId(List<Session> sessions) {
    return sessions.stream().collect(Collectors.toMap(Session::id, s -> s));
  }

  private static Map<UUID, UUID> assignmentsOf(InMemoryHistory history) {
    Map<UUID, UUID> assignments = new HashMap<>();
    for (Session session : history.sessions()) {
      history.forEachActivity(
          session.first(), session.last(), a -> assignments.put(a.id(), session.id()));
    }
    return assignments;
  }
}
