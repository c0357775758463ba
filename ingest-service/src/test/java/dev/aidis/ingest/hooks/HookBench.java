package dev.aidis.ingest.hooks;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.caller.EventTime;
import dev.aidis.ingest.session.CurrentWork;
import dev.aidis.ingest.session.ToolUses;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.TrackerKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads payloads as the endpoint does. Knows one repository on disk: {@code /home/ada/shop}. */
final class HookBench {
  static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
  static final TrackerKey ADA = new TrackerKey("ada", "main");
  static final Caller CALLER = new Caller(ADA, "laptop", null, null, null);
  private static final String REPOSITORY = "/home/ada/shop";

  final CurrentWork work = new CurrentWork();
  final ToolUses toolUses = new ToolUses();
  private final OwnTools ownTools = new OwnTools("aidis", toolUses);
  private final Scenes scenes;
  private final EventActivities activities;

  private HookBench(boolean keepPrompts, RepositoryFinder repositories) {
    scenes = new Scenes("laptop", repositories, new ClientSessions(), work, ownTools);
    activities = new EventActivities(keepPrompts, ownTools);
  }

  static HookBench create() {
    return new HookBench(false, HookBench::repository);
  }

  static HookBench keepingPrompts() {
    return new HookBench(true, HookBench::repository);
  }

  /** One that looks for repositories on this machine's disk. */
  static HookBench onDisk() {
    return new HookBench(false, RepositoryFinder::onDisk);
  }

  private static Optional<String> repository(String directory) {
    return (directory + "/").startsWith(REPOSITORY + "/")
        ? Optional.of(REPOSITORY)
        : Optional.empty();
  }

  Told tell(String payload) {
    return tell(payload, CALLER, NOW);
  }

  Told tell(String payload, Caller caller, Instant at) {
    return tell(payload, caller, EventTime.live(at));
  }

  Told tell(String payload, Caller caller, EventTime time) {
    Payload read = new Payload(json(payload));
    return activities.of(read, scenes.of(caller, read, time));
  }

  /** The one activity that a payload becomes. */
  Activity one(String payload) {
    List<Activity> told = tell(payload).activities();
    if (told.size() != 1) {
      throw new AssertionError("not one activity but " + told);
    }
    return told.getFirst();
  }

  static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  static List<String> fixture(String name) {
    try {
      return Files.readAllLines(Path.of("src/test/resources/hooks", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
