package dev.aidis.benchmarks.stream;

import dev.aidis.schemas.Activity;
import java.util.List;
import java.util.stream.IntStream;

/** Several owners who take turns. */
public final class Owners {
  private final List<Owner> owners;
  private int turn;

  /**
   * @param name what their names begin with
   * @param sessionLength activities after which each makes a pause longer than the gap
   */
  public Owners(String name, int number, long sessionLength) {
    owners = IntStream.range(0, number).mapToObj(i -> new Owner(name + i, sessionLength)).toList();
  }

  public int number() {
    return owners.size();
  }

  Activity next() {
    Activity activity = owners.get(turn).next();
    turn = (turn + 1) % owners.size();
    return activity;
  }
}
