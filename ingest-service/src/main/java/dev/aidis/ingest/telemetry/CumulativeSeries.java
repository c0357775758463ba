package dev.aidis.ingest.telemetry;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes differences of sums that go on from the start of a series. Thread-safe. What is not known
 * is not counted: of a series that began before this program, or that was forgotten for others, the
 * first sum is only remembered.
 */
final class CumulativeSeries {
  private static final int MAX_SERIES = 100_000;

  private final Map<String, Sum> sums = new LinkedHashMap<>(16, 0.75f, true);
  private Instant knownSince;

  /** The newest sum of a series. */
  private record Sum(BigDecimal value, Instant start, Instant end) {}

  /**
   * @param now from when on every series is known
   */
  CumulativeSeries(Instant now) {
    knownSince = now;
  }

  /** Begins to read a request; nothing is remembered of it unless it is kept. */
  Reading read() {
    return new Reading();
  }

  private synchronized Sum known(MetricPoint point) {
    Sum known = sums.get(point.series());
    if (known != null) {
      return known;
    }
    BigDecimal from = point.start().isBefore(knownSince) ? point.value() : BigDecimal.ZERO;
    return new Sum(from, point.start(), point.start());
  }

  private synchronized void keep(Map<String, Sum> read) {
    read.forEach(
        (series, sum) ->
            sums.merge(series, sum, (old, now) -> now.end().isBefore(old.end()) ? old : now));
    var eldest = sums.entrySet().iterator();
    while (sums.size() > MAX_SERIES) {
      Instant start = eldest.next().getValue().start();
      knownSince = start.isBefore(knownSince) ? knownSince : start.plusNanos(1);
      eldest.remove();
    }
  }

  /** The sums of one request. */
  final class Reading {
    private final Map<String, Sum> read = new HashMap<>();

    private Reading() {}

    /** What came to the series since its sum before: 0 for one that is told again. */
    MetricPoint difference(MetricPoint point) {
      Sum before = read.computeIfAbsent(point.series(), series -> known(point));
      if (point.end().isBefore(before.end())) {
        return point.withValue(BigDecimal.ZERO);
      }
      read.put(point.series(), new Sum(point.value(), point.start(), point.end()));
      return point.withValue(point.value().subtract(before.value()).max(BigDecimal.ZERO));
    }

    /** Called when what it told has been recorded. */
    void keep() {
      CumulativeSeries.this.keep(read);
    }
  }
}
