package dev.aidis.standalone;

import java.sql.SQLException;

/** Tests of the dashboard that share one tracker and one browser: {@link DashboardIT} runs them. */
interface OnDashboard {
  DashboardTracker tracker();

  Browser browser();

  /** A session that is over, of yesterday. */
  default String yesterdays() throws SQLException {
    return tracker().numberOf("Search that forgives");
  }
}
