package dev.aidis.queries.patterns;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * A time zone's offsets over a time, for SQL: the database may know other zones than this program,
 * and reads some names differently.
 *
 * @param since from when each offset holds, the first one from the beginning on
 * @param seconds ahead of UTC
 */
record ZoneOffsets(List<String> since, List<Integer> seconds) {

  ZoneOffsets {
    since = List.copyOf(since);
    seconds = List.copyOf(seconds);
  }

  static ZoneOffsets of(ZoneId zone, Instant from, Instant until) {
    ZoneRules rules = zone.getRules();
    List<String> since = new ArrayList<>();
    List<Integer> seconds = new ArrayList<>();
    since.add(from.toString());
    seconds.add(rules.getOffset(from).getTotalSeconds());
    ZoneOffsetTransition change = rules.nextTransition(from);
    while (change != null && change.getInstant().isBefore(until)) {
      since.add(change.getInstant().toString());
      seconds.add(change.getOffsetAfter().getTotalSeconds());
      change = rules.nextTransition(change.getInstant());
    }
    return new ZoneOffsets(since, seconds);
  }
}
