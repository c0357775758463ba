package dev.aidis.queries.report;

import dev.aidis.queries.page.Page;
import dev.aidis.queries.page.Symbol;
import dev.aidis.queries.page.Text;
import java.time.YearMonth;
import java.util.List;

/** Says that a report lacks what is archived, and how that comes back. */
final class ArchiveRemark {
  private ArchiveRemark() {}

  /** A section for each month, in UTC; nothing without one. */
  static void write(Page.Writer page, List<YearMonth> archived) {
    for (YearMonth month : archived) {
      page.section()
          .line(
              Symbol.NONE,
              Text.of("What happened in %s is archived. It comes back with:".formatted(month)));
      page.line(Symbol.NONE, Text.of("  aidis archive restore " + month));
    }
  }
}
