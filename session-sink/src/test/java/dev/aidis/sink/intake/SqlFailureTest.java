package dev.aidis.sink.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.archive.ArchiveException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SqlFailureTest {
  private final SQLException violation = new SQLException("no such session", "23503");

  @Test
  void whatAConstraintRefusesIsAboutContent() {
    assertThat(SqlFailure.isAboutContent(new IllegalStateException(violation))).isTrue();
  }

  @Test
  void anArchivedMonthThatCannotComeBackIsNoFaultOfTheRecordsThatNeedIt() {
    assertThat(SqlFailure.isAboutContent(new ArchiveException("refers to no rows", violation)))
        .isFalse();
  }
}
