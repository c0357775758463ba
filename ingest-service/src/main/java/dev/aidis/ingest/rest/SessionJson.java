package dev.aidis.ingest.rest;

import dev.aidis.domain.Indicators;
import dev.aidis.ingest.session.SessionDetail;
import dev.aidis.queries.ActivityView;
import dev.aidis.queries.FileView;
import dev.aidis.queries.SessionView;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A session with all that is known about it.
 *
 * @param indicators by name
 */
record SessionJson(
    SessionView session,
    Score score,
    Map<String, Indicator> indicators,
    List<FileView> files,
    List<ActivityView> activities) {

  static SessionJson of(SessionDetail detail) {
    SessionView session = detail.session();
    return new SessionJson(
        session,
        Score.of(session.score()),
        indicators(session.indicators()),
        detail.files().most(),
        detail.activities());
  }

  private static Map<String, Indicator> indicators(Indicators indicators) {
    Map<String, Indicator> byName = new LinkedHashMap<>();
    indicators.all().forEach(one -> byName.put(one.name(), Indicator.of(one)));
    return byName;
  }

  /** The total is the sum of the parts' points. */
  record Score(BigDecimal total, int version, List<dev.aidis.domain.Score.Component> parts) {
    private static Score of(dev.aidis.domain.Score score) {
      return new Score(score.total(), score.version(), score.components());
    }
  }

  /** Value and status are absent where there is nothing to divide by. */
  record Indicator(String label, @Nullable BigDecimal value, @Nullable String status) {
    private static Indicator of(Indicators.Indicator indicator) {
      Indicators.Rating rating = indicator.rating();
      return new Indicator(
          indicator.label(), indicator.value(), rating == null ? null : rating.wireName());
    }
  }
}
