package dev.aidis.benchmarks.footprint;

import dev.aidis.benchmarks.Results;
import dev.aidis.benchmarks.load.AssistantLoad;
import dev.aidis.benchmarks.load.Tables;
import dev.aidis.benchmarks.tracker.RestClient;
import dev.aidis.benchmarks.tracker.TrackerUnderTest;
import dev.aidis.schemas.Activity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Memory and CPU of a tracker at rest, what activities take on disk, and how long it takes to start
 * with them. Arguments: activities (200,000), stretches of rest (5), seconds of each (10).
 */
public final class Main {
  private static final int ACTIVITIES_PER_KEY = 150;
  private static final int BATCH = 500;

  private Main() {}

  public static void main(String[] args) throws Exception {
    int activities = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
    int stretches = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 10;
    Map<String, Object> facts = new LinkedHashMap<>();
    try (TrackerUnderTest tracker = TrackerUnderTest.start()) {
      AtRest atRest = new AtRest(tracker, facts);
      atRest.measure(stretches, Duration.ofSeconds(seconds));
      AssistantLoad.Expected expected = Tables.present(tracker.jdbcUrl());
      fill(tracker, activities, expected);
      atRest.disk(expected.activities);
      atRest.starts(expected.activities);
      Tables.awaitActivities(tracker.jdbcUrl(), expected.activities);
    }
    List<List<String>> table = new ArrayList<>(List.of(List.of("what", "found")));
    facts.forEach((name, value) -> table.add(List.of(name, String.valueOf(value))));
    Results.write("footprint", "A tracker at rest", facts, table);
    facts.forEach((name, value) -> System.out.println(name + ": " + value));
  }

  /**
   * @param expected gets what is added
   */
  private static void fill(
      TrackerUnderTest tracker, int activities, AssistantLoad.Expected expected) throws Exception {
    List<Activity> load = new ArrayList<>();
    expected.add(
        AssistantLoad.generate(
            activities, Math.max(1, activities / ACTIVITIES_PER_KEY), load::add));
    RestClient client = new RestClient(tracker);
    for (byte[] body : RestClient.batches(load, BATCH)) {
      client.send(body);
    }
    Tables.awaitActivities(tracker.jdbcUrl(), expected.activities);
    Tables.requireAnswers(tracker.jdbcUrl(), expected);
  }
}
