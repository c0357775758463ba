package dev.aidis.benchmarks.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Size FEW = new Size(20_000);
  private static final Size MANY = new Size(100_000);

  @Test
  void a_size_is_compared_with_the_first_one_of_the_same_round() {
    // Given
    Report report = new Report(List.of(FEW, MANY));
    report.add(FEW, costing(2, 10));
    report.add(MANY, costing(3, 20));
    report.add(MANY, costing(5, 10));
    report.add(FEW, costing(4, 10));

    // When
    var facts = report.facts();

    // Then
    assertThat(facts)
        .containsExactly(
            entry("CPU s per 100,000 updates, 20,000 rows", "3.00 (2.00 to 4.00)"),
            entry("CPU s per 100,000 updates, 100,000 rows", "4.00 (3.00 to 5.00)"),
            entry("updates/s, 20,000 rows", "10,000 (10,000 to 10,000)"),
            entry("updates/s, 100,000 rows", "7,500 (5,000 to 10,000)"),
            entry("CPU beside 20,000 rows, 100,000 rows", "1.38 (1.25 to 1.50)"),
            entry("updates/s beside 20,000 rows, 100,000 rows", "0.75 (0.50 to 1.00)"));
  }

  @Test
  void the_table_tells_every_round_of_each_size() {
    // Given
    Report report = new Report(List.of(FEW, MANY));
    report.add(MANY, costing(3, 20));
    report.add(FEW, costing(2, 10));

    // When
    List<List<String>> table = report.table();

    // Then
    assertThat(table)
        .containsExactly(
            Measurement.HEADER,
            List.of("20,000", "1", "10,000", "2.00", "0.50", "1.50", "0.25", "300", "0.10"),
            List.of("100,000", "1", "5,000", "3.00", "0.50", "2.50", "0.25", "300", "0.10"));
  }

  /**
   * @param cpuSeconds of the sink and its Postgres processes, for 100,000 updates
   */
  private static Measurement costing(double cpuSeconds, double seconds) {
    return new Measurement(100_000, seconds, 0.5, cpuSeconds - 0.5, 0.25, 30_000_000, 10_000);
  }
}
