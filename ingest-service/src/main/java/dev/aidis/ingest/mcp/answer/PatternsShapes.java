package dev.aidis.ingest.mcp.answer;

import dev.aidis.queries.patterns.Cell;
import dev.aidis.queries.patterns.Finding;
import dev.aidis.queries.patterns.HourCell;
import dev.aidis.queries.patterns.Patterns;
import java.util.Locale;

/** When and at what somebody is most productive, as tools answer with it. */
public final class PatternsShapes {
  private static final Shape<Cell> GROUP =
      Shape.<Cell>empty()
          .with("by", Json.TEXT, "Such as weekday or tag.", cell -> cell.dimension().wireName())
          .with("name", Json.TEXT, "Such as Tuesday.", Cell::name)
          .with("sessions", Json.INTEGER, "Few mean little.", Cell::sessions)
          .with("days", Json.INTEGER, "On which they began.", Cell::days)
          .with("average_score", Json.NUMBER, "0 to 100.", Cell::averageScore);

  private static final Shape<Finding> FINDING =
      Shape.<Finding>empty()
          .with("sentence", Json.TEXT, "To be said as it stands.", Finding::sentence)
          .with("group", GROUP.json(), "The sessions that differ.", Finding::cell)
          .with("margin", Json.NUMBER, "Points above all others.", Finding::margin)
          .with("rest_sessions", Json.INTEGER, "All others.", Finding::restSessions)
          .with("rest_average", Json.NUMBER, "Their score.", Finding::restAverage)
          .with("chance", Json.NUMBER, "How probable mere chance is.", Finding::chance);

  private static final Shape<HourCell> HOUR =
      Shape.<HourCell>empty()
          .with(
              "weekday",
              Json.TEXT,
              "Such as monday.",
              hour -> hour.weekday().name().toLowerCase(Locale.ROOT))
          .with("hour", Json.INTEGER, "0 to 23.", HourCell::hour)
          .with("minutes", Json.INTEGER, "Time worked.", hour -> hour.clock().toMinutes())
          .with("sessions", Json.INTEGER, "That began in it.", HourCell::sessions)
          .maybe("average_score", Json.NUMBER, "0 to 100.", HourCell::averageScore);

  public static final Shape<Patterns> PATTERNS =
      Shape.<Patterns>empty()
          .with("days", StatisticsShapes.DAYS.json(), "The days looked at.", Patterns::range)
          .with("zone", Json.TEXT, "Whose days these are.", found -> found.zone().toString())
          .with("sessions", Json.INTEGER, "Sessions looked at.", Patterns::sessions)
          .maybe("average_score", Json.NUMBER, "0 to 100.", Patterns::averageScore)
          .maybe(
              "most_productive_time",
              Json.TEXT,
              "In words; absent where there is too little to say it.",
              found -> found.mostProductiveTime().map(Finding::sentence).orElse(null))
          .maybe("remark", Json.TEXT, "Why nothing can be said.", Patterns::remark)
          .with("findings", FINDING.list(), "Greatest margin first.", Patterns::findings)
          .with("groups", GROUP.list(), "All groups.", Patterns::cells)
          .with("week", HOUR.list(), "Hours in which something was done.", Patterns::week);

  private PatternsShapes() {}
}
