package dev.aidis.ingest.session;

import dev.aidis.queries.page.Drawing;
import dev.aidis.queries.page.Page;
import dev.aidis.queries.report.SessionReport;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * Draws reports as text for assistants.
 *
 * @param zone in which times are shown
 */
public record SessionTexts(ZoneId zone, InstantSource clock) {

  /** As the plan draws it: the status of an open session, the summary of a closed one. */
  public String report(SessionDetail detail) {
    return draw(
        new SessionReport(zone)
            .of(detail.session(), detail.files(), detail.activities(), clock.instant()));
  }

  /** In the width of the plan's reports. */
  public String draw(Page page) {
    return Drawing.Lines.of(Drawing.Lines.PLAN_WIDTH).of(page);
  }
}
