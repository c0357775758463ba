package dev.aidis.queries.patterns;

import dev.aidis.queries.Scope;
import dev.aidis.queries.stats.DateRange;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When and at what an owner is most productive.
 *
 * @param sessions that began in the range and are closed
 * @param averageScore their mean productivity score; absent without one
 * @param week hours of the week in which something was done, from Monday 0:00
 * @param cells all cells that have a session, by dimension; few sessions mean little
 * @param findings what can be said, the greatest margin first; empty where there is too little or
 *     nothing stands out
 * @param remark why nothing can be said; absent where something can
 */
public record Patterns(
    Scope scope,
    DateRange range,
    ZoneId zone,
    long sessions,
    @Nullable BigDecimal averageScore,
    List<HourCell> week,
    List<Cell> cells,
    List<Finding> findings,
    @Nullable String remark) {

  public Patterns {
    week = List.copyOf(week);
    cells = List.copyOf(cells);
    findings = List.copyOf(findings);
  }

  /**
   * When the owner is most productive: the time of the greatest margin, and of those that tell the
   * same sessions apart the part of a weekday.
   */
  public Optional<Finding> mostProductiveTime() {
    return findings.stream()
        .filter(Finding::better)
        .filter(finding -> finding.cell().dimension().compareTo(Dimension.HOUR) <= 0)
        .max(
            Comparator.comparing(Finding::margin)
                .thenComparing(
                    finding -> finding.cell().dimension() == Dimension.WEEKDAY_AND_PART));
  }
}
