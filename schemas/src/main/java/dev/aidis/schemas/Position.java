package dev.aidis.schemas;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Where an activity stands in the history of its tracker key: a total order over all activities,
 * the same whatever order they arrive in. By time first, then by {@link ActivityType#rank() rank},
 * then by id (unsigned, so UUIDv7s of one machine keep the order they were made in).
 *
 * @param occurredAt with millisecond precision
 * @param rank 0 to 3
 */
public record Position(Instant occurredAt, int rank, UUID activityId)
    implements Comparable<Position> {
  static final int MAX_RANK = 3;

  public Position {
    if (rank < 0 || rank > MAX_RANK) {
      throw new IllegalArgumentException("rank " + rank + " must lie between 0 and " + MAX_RANK);
    }
    occurredAt = occurredAt.truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public int compareTo(Position other) {
    int byTime = occurredAt.compareTo(other.occurredAt);
    if (byTime != 0) {
      return byTime;
    }
    int byRank = Integer.compare(rank, other.rank);
    return byRank != 0 ? byRank : compareUnsigned(activityId, other.activityId);
  }

  /** The last of its millisecond, but for those of greater ids. */
  public static Position lastOf(Instant millisecond, UUID activityId) {
    return new Position(millisecond, MAX_RANK, activityId);
  }

  public boolean isBefore(Position other) {
    return compareTo(other) < 0;
  }

  public boolean isAfter(Position other) {
    return compareTo(other) > 0;
  }

  private static int compareUnsigned(UUID a, UUID b) {
    int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
  }
}
