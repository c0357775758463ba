package dev.aidis.schemas.serde;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Closure;
import dev.aidis.schemas.Counters;
import dev.aidis.schemas.GoalVerdict;
import dev.aidis.schemas.Ids;
import dev.aidis.schemas.Latest;
import dev.aidis.schemas.ModelUse;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.TokenUsage;
import dev.aidis.schemas.TrackerKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The records of the golden files, by contract and name: with all fields, and with few. */
final class Samples {
  private static final TrackerKey ADA = new TrackerKey("ada", "analytical-engine");
  private static final Instant MORNING = Instant.parse("2026-11-22T09:00:00Z");
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");

  private static final Activity FULL_ACTIVITY =
      Activity.builder(Ids.nameBased("activity"), ActivityType.TASK_CREATED)
          .occurredAt(NOON)
          .receivedAt(NOON.plusMillis(45))
          .claimedAt(Instant.parse("2031-01-01T00:00:00Z"))
          .owner(ADA.owner())
          .workspace(ADA.workspace())
          .machine("mill")
          .client("claude-code/2.1.330")
          .clientSession("0d7e")
          .project("engine")
          .repo("github.com/ada/engine")
          .branch("feature/bernoulli")
          .head("2a92ccaf")
          .aiModel("claude-opus-4")
          .aiProvider("anthropic")
          .aiInvolved(true)
          .description("Created task: Bernoulli numbers – “note G” 🚀")
          .taskId(Ids.nameBased("task"))
          .contextId(Ids.nameBased("context"))
          .decisionId(Ids.nameBased("decision"))
          .filePath("src/Notes.java")
          .linesAdded(25)
          .linesRemoved(0)
          .title("Bernoulli numbers")
          .body("B7, by\nthe engine")
          .taskStatus("todo")
          .tags(List.of("feature", "数学"))
          .attributes(Map.of("priority", "high", "estimate", "2h", "note", ""))
          .build();

  static final Activity SMALL_ACTIVITY =
      Activity.builder(Ids.nameBased("small activity"), "not_known_yet")
          .occurredAt(MORNING)
          .owner("ada")
          .machine("mill")
          .build();

  private static final Session FULL_SESSION =
      new Session(
          Ids.nameBased("session"),
          ADA,
          SMALL_ACTIVITY.position(),
          FULL_ACTIVITY.position(),
          true,
          new Position(MORNING.plusSeconds(1), 0, Ids.nameBased("start")),
          false,
          true,
          Closure.TIMED_OUT,
          42,
          MORNING.plusMillis(3),
          NOON.plusMillis(50),
          true,
          Duration.ofMinutes(95),
          Duration.ofMinutes(20),
          new Latest("Compute B7", SMALL_ACTIVITY.position()),
          new Latest("engine", FULL_ACTIVITY.position()),
          new Latest("0d7e", FULL_ACTIVITY.position()),
          List.of("feature", "数学"),
          List.of("mill", "store"),
          List.of("claude-code/2.1.330"),
          List.of(
              new ModelUse("claude-opus-4", "anthropic", MORNING, NOON, 7),
              new ModelUse("local", null, NOON, NOON, 1)),
          new Counters(
              300,
              2,
              3,
              4,
              5,
              6,
              7,
              8,
              9,
              10,
              1100,
              12,
              13,
              14,
              15,
              16,
              new TokenUsage(1_700, 18, 190_000, 20_000, 2_150_000)),
          new GoalVerdict(
              GoalVerdict.Answer.PARTIAL, "B7 is “right”; B9 is not", FULL_ACTIVITY.position()));

  private static final Session SMALL_SESSION =
      new Session(
          Ids.nameBased("small session"),
          new TrackerKey("ada", TrackerKey.MAIN),
          SMALL_ACTIVITY.position(),
          SMALL_ACTIVITY.position(),
          false,
          null,
          false,
          false,
          Closure.OPEN,
          0,
          MORNING,
          MORNING,
          false,
          Duration.ZERO,
          Duration.ZERO,
          null,
          null,
          null,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Counters.NONE,
          null);

  private static final SessionUpdate FULL_UPDATE =
      new SessionUpdate(
          ADA,
          FULL_ACTIVITY,
          FULL_SESSION.id(),
          List.of(SMALL_SESSION, FULL_SESSION),
          List.of(Ids.nameBased("absorbed"), Ids.nameBased("absorbed too")),
          true);

  private static final SessionUpdate SMALL_UPDATE =
      new SessionUpdate(ADA, null, null, List.of(SMALL_SESSION), List.of(), false);

  private Samples() {}

  static Map<String, Record> of(Contract<?> contract) {
    return switch (contract.name()) {
      case "activity" -> Map.of("full", FULL_ACTIVITY, "small", SMALL_ACTIVITY);
      case "session" -> Map.of("full", FULL_SESSION, "small", SMALL_SESSION);
      case "session-update" ->
          Map.of("full-of-session-2", FULL_UPDATE, "small-of-session-2", SMALL_UPDATE);
      default -> throw new AssertionError("no samples of " + contract);
    };
  }
}
