package dev.aidis.queries.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.queries.Scope;
import dev.aidis.queries.context.SessionContext;
import dev.aidis.queries.page.Drawing;
import dev.aidis.queries.stats.ModelTokens;
import dev.aidis.queries.stats.Period;
import dev.aidis.queries.stats.Statistics;
import dev.aidis.queries.stats.StatisticsReport;
import dev.aidis.schemas.TokenUsage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What reports say where months are archived. */
class ArchivedReportsTest {
  private static final Drawing.Lines WIDE = Drawing.Lines.of(120);

  @Test
  void aContextSaysWhichMonthIsMissingAndHowItComesBack() {
    // Given
    SessionContext all = SampleAnswers.context();
    SessionContext archived =
        new SessionContext(
            all.session(),
            all.elapsed(),
            all.tasks(),
            List.of(),
            all.activeFiles(),
            all.advice(),
            List.of(YearMonth.of(2026, 3)));

    // When
    String text = WIDE.of(new ContextReport(SamplePages.ZONE).of(archived));

    // Then
    assertThat(text)
        .contains("What happened in 2026-03 is archived. It comes back with:")
        .contains("aidis archive restore 2026-03");
    assertThat(archived.asMap().toString()).contains("archived_months=[2026-03]");
    assertThat(all.asMap().toString()).doesNotContain("archived_months");
  }

  @Test
  void tokensByModelSayWhatIsOnlyASum() {
    // Given
    ModelTokens march = new ModelTokens("opus", new TokenUsage(30, 9, 0, 0, 10));
    ModelTokens archived = new ModelTokens("archived", new TokenUsage(1_200, 0, 0, 0, 0));

    // When
    String whole = tokens(List.of(march));
    String lacking = tokens(List.of(march, archived));

    // Then
    assertThat(lacking)
        .containsPattern("archived +1200 +0 +0 +\\$0\\.00")
        .contains("aidis archive restore --all");
    assertThat(whole).contains("Tokens by model").doesNotContain("archive");
  }

  private static String tokens(List<ModelTokens> tokens) {
    Statistics day = SampleAnswers.statistics(LocalDate.of(2026, 3, 2), 1);
    Statistics current =
        new Statistics(
            day.range(),
            day.sessions(),
            day.clock(),
            day.active(),
            day.averageSession(),
            day.averageScore(),
            day.counters(),
            day.days(),
            day.models(),
            day.tags(),
            day.projects(),
            tokens,
            day.languages());
    return WIDE.of(
        StatsReport.of(
            new StatisticsReport(
                Scope.of("ada"), Period.Calendar.DAY, SamplePages.ZONE, false, current, null),
            StatsReport.By.MODEL));
  }
}
