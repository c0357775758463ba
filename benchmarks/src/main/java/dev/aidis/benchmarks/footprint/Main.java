package dev.aidis.benchmarks.footprint;

import dev.aidis.benchmarks.Results;
import dev.aidis.benchmarks.load.AssistantLoad;
import dev.aidis.benchmarks.load.Tables;
import dev.aidis.benchmarks.tracker.RestClient;
import dev.aidis.benchmarks.tracker.TrackerUnderTest;
import dev.aidis.schemas.Activity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Memory and CPU of a tracker at rest, what activities take on disk, and how long it takes to start
 * with them. Argument: activities (200,000).
 */
public final class Main {
  private static final int ACTIVITIES_PER_KEY = 150;
  private static final int BATCH = 500;

  private Main() {}

  public static void main(String[] args) throws Exception {
    int activities = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
    Map<String, Object> facts = new LinkedHashMap<>();
    try (TrackerUnderTest tracker = TrackerUnderTest.start()) {
      AtRest atRest = new AtRest(tracker, facts);
      atRest.memory();
      fill(tracker, activities);
      atRest.disk(activities);
      atRest.starts(activities);
      Tables.awaitActivities(tracker.jdbcUrl(), activities);
    }
    List<List<String>> table = new ArrayList<>(List.of(List.of("what", "found")));
    facts.forEach((name, value) -> table.add(List.of(name, String.valueOf(value))));
    Results.write("footprint", "A tracker at rest", facts, table);
    facts.forEach((name, value) -> System.out.println(name + ": " + value));
  }

  private static void fill(TrackerUnderTest tracker, int activities) throws Exception {
    List<Activity> load = new ArrayList<>();
    AssistantLoad.Expected expected =
        AssistantLoad.generate(activities, Math.max(1, activities / ACTIVITIES_PER_KEY), load::add);
    RestClient client = new RestClient(tracker);
    for (byte[] body : RestClient.batches(load, BATCH)) {
      client.send(body);
    }
    Tables.awaitActivities(tracker.jdbcUrl(), activities);
    Tables.requireAnswers(tracker.jdbcUrl(), expected);
  }
}
