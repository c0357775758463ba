package dev.aidis.ingest.mcp.tool;

import dev.aidis.ingest.FakeAnswers;
import dev.aidis.ingest.FakeItems;
import dev.aidis.ingest.FakeSessions;
import dev.aidis.ingest.FakeSources;
import dev.aidis.ingest.RecordingPublisher;
import dev.aidis.ingest.activity.ActivityRecorder;
import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.mcp.argument.Arguments;
import dev.aidis.ingest.mcp.offer.Asking;
import dev.aidis.ingest.session.CurrentWork;
import dev.aidis.ingest.session.SessionEffects;
import dev.aidis.ingest.session.Visibility;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.TrackerKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** All tools over fakes, called at a fixed time with ids 1, 2, 3 … */
public final class ToolBench {
  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  public static final Caller ADA = caller("ada");
  static final Caller BOB = caller("bob");

  final RecordingPublisher publisher = new RecordingPublisher();
  final FakeSessions sessions = new FakeSessions();
  final FakeAnswers answers = new FakeAnswers();
  final FakeItems items = new FakeItems();
  private final AtomicLong lastId = new AtomicLong();
  private Asking asking = Asking.NOBODY;
  private final List<Tool> tools = tools();

  private List<Tool> tools() {
    CurrentWork work = new CurrentWork();
    ActivityRecorder recorder = new ActivityRecorder(publisher, work::note);
    Visibility visibility =
        new Visibility(
            sessions, (key, onUpdate) -> () -> {}, Duration.ofMillis(1), Duration.ofMillis(1));
    SessionEffects effects =
        new SessionEffects(recorder, visibility, sessions, work, Duration.ofHours(2));
    return McpTools.of(recorder, effects, FakeSources.of(sessions, answers, items, NOW)).all();
  }

  private static Caller caller(String owner) {
    return new Caller(
        new TrackerKey(owner, "main"), "laptop", "client-session", null, "/src/aidis");
  }

  List<Tool> all() {
    return tools;
  }

  Tool tool(String name) {
    return tools.stream()
        .filter(tool -> tool.description().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Tool.Answer call(String name, Map<String, ? extends @Nullable Object> arguments) {
    return call(ADA, name, arguments);
  }

  Tool.Answer call(Caller caller, String name, Map<String, ? extends @Nullable Object> arguments) {
    Tool tool = tool(name);
    Arguments read = Arguments.of(tool.description().parameters(), arguments);
    return tool.call(
        new Call(
            read,
            caller,
            NOW,
            "claude-code/2.1",
            "aidis",
            Map.of("toolUseId", "toolu_1"),
            this::nextId,
            asking));
  }

  /** From now on the client answers questions so. */
  void answering(Asking answers) {
    asking = answers;
  }

  /** An activity as a call makes it, to add to. */
  static ActivityBuilder activity(long id, ActivityType type) {
    return Activity.builder(id(id), type)
        .occurredAt(NOW)
        .owner("ada")
        .workspace("main")
        .machine("laptop")
        .client("claude-code/2.1")
        .clientSession("client-session")
        .project("aidis")
        .repo("/src/aidis")
        .aiInvolved(true)
        .attributes(Map.of("toolUseId", "toolu_1"));
  }

  public static UUID id(long number) {
    return new UUID(0, number);
  }

  private UUID nextId() {
    return id(lastId.incrementAndGet());
  }
}
