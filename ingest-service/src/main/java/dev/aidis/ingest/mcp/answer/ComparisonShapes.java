package dev.aidis.ingest.mcp.answer;

import dev.aidis.queries.comparison.Comparison;
import dev.aidis.queries.comparison.FileOverlap;
import dev.aidis.queries.comparison.Measure;
import dev.aidis.queries.comparison.Overlap;
import dev.aidis.queries.comparison.ScorePart;
import java.util.Locale;

/** Two sessions side by side, as tools answer with them. */
public final class ComparisonShapes {
  private static final String DIFFERENCE = "Second less first.";

  private static final Shape<ScorePart> PART =
      Shape.<ScorePart>empty()
          .with("name", Json.TEXT, "What is scored.", ScorePart::name)
          .with("most", Json.INTEGER, "The most points there are.", part -> part.first().most())
          .with("first", Json.NUMBER, "Points.", part -> part.first().points())
          .with("second", Json.NUMBER, "Points.", part -> part.second().points())
          .with("difference", Json.NUMBER, DIFFERENCE, ScorePart::difference);

  private static final Shape<Measure> MEASURE =
      Shape.<Measure>empty()
          .with("name", Json.TEXT, "Such as tasks_completed.", Measure::name)
          .with("label", Json.TEXT, "The name for people.", Measure::label)
          .with(
              "unit",
              Json.TEXT,
              "Such as minutes.",
              measure -> measure.unit().name().toLowerCase(Locale.ROOT))
          .maybe("first", Json.NUMBER, "If there was something to measure.", Measure::first)
          .maybe("second", Json.NUMBER, "If there was something to measure.", Measure::second)
          .maybe("difference", Json.NUMBER, DIFFERENCE, Measure::difference);

  private static final Shape<Overlap> OVERLAP =
      Shape.<Overlap>empty()
          .with("common", Json.TEXTS, "In both.", Overlap::common)
          .with("only_first", Json.TEXTS, "In the first alone.", Overlap::onlyFirst)
          .with("only_second", Json.TEXTS, "In the second alone.", Overlap::onlySecond);

  private static final Shape<FileOverlap.SharedFile> FILE =
      Shape.<FileOverlap.SharedFile>empty()
          .with("path", Json.TEXT, "Where it is.", FileOverlap.SharedFile::path)
          .with("in_first", Json.BOOLEAN, "Its file.", FileOverlap.SharedFile::inFirst)
          .with("in_second", Json.BOOLEAN, "Its file.", FileOverlap.SharedFile::inSecond)
          .with("times_first", Json.INTEGER, "Modified.", FileOverlap.SharedFile::timesFirst)
          .with("times_second", Json.INTEGER, "Modified.", FileOverlap.SharedFile::timesSecond);

  private static final Shape<FileOverlap> FILES =
      Shape.<FileOverlap>empty()
          .with("common", Json.INTEGER, "Files of both.", FileOverlap::common)
          .with("only_first", Json.INTEGER, "Of the first alone.", FileOverlap::onlyFirst)
          .with("only_second", Json.INTEGER, "Of the second alone.", FileOverlap::onlySecond)
          .with("files", FILE.list(), "Those of both first.", FileOverlap::files);

  public static final Shape<Comparison> COMPARISON =
      Shape.<Comparison>empty()
          .with("first", SessionShapes.SESSION.json(), "One session.", Comparison::first)
          .with("second", SessionShapes.SESSION.json(), "The other.", Comparison::second)
          .with("explanation", Json.TEXTS, "What makes the difference.", Comparison::explanation)
          .with("score", PART.list(), "The score, part by part.", Comparison::score)
          .with("measures", MEASURE.list(), "What was done.", Comparison::measures)
          .with("indicators", MEASURE.list(), "How it went.", Comparison::indicators)
          .with("tags", OVERLAP.json(), "Kinds of work.", Comparison::tags)
          .with("files", FILES.json(), "Files modified or mentioned.", Comparison::files);

  private ComparisonShapes() {}
}
