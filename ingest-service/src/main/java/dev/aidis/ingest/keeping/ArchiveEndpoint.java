package dev.aidis.ingest.keeping;

import dev.aidis.archive.ArchiveException;
import dev.aidis.archive.ArchivedMonth;
import dev.aidis.archive.MonthArchive;
import dev.aidis.ingest.caller.Administration;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/archive}: months out of Postgres and back. */
@RestController
@Administration
@RequestMapping("/api/v1/archive")
final class ArchiveEndpoint {
  private final MonthArchive archive;
  private final Duration age;
  private final InstantSource clock;

  /**
   * @param age of what is archived unless told otherwise
   */
  ArchiveEndpoint(MonthArchive archive, Duration age, InstantSource clock) {
    this.archive = archive;
    this.age = age;
    this.clock = clock;
  }

  /**
   * What there is.
   *
   * @param due months that are old enough, not archived yet
   */
  record Months(int days, List<String> due, List<Month> archived) {}

  /** An archived month. */
  record Month(String month, String file, long rows, String archivedAt) {
    static Month of(ArchivedMonth archived) {
      return new Month(
          archived.month().toString(),
          archived.file(),
          archived.rows(),
          archived.archivedAt().toString());
    }
  }

  /** What was brought back. */
  record Restored(String month, long rows) {}

  /** The work of a request. */
  @FunctionalInterface
  private interface Work<T> {
    T run() throws SQLException;
  }

  @GetMapping
  Months months(@RequestParam(required = false) @Nullable Integer days) {
    if (days != null && days < 1) {
      throw new IllegalArgumentException("days " + days + " must be at least 1");
    }
    Duration wanted = days == null ? age : Duration.ofDays(days);
    return answer(
        () ->
            new Months(
                Math.toIntExact(wanted.toDays()),
                archive.due(clock.instant(), wanted).stream().map(YearMonth::toString).toList(),
                archive.archived().stream().map(Month::of).toList()));
  }

  @PostMapping("/{month}")
  Month archive(@PathVariable String month) {
    YearMonth wanted = month(month);
    YearMonth current = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    if (!wanted.isBefore(current)) {
      throw new IllegalArgumentException(month + " is not over: only whole months are archived");
    }
    return Month.of(answer(() -> archive.archive(wanted)));
  }

  @PostMapping("/{month}/restore")
  Restored restore(@PathVariable String month) {
    YearMonth wanted = month(month);
    return answer(() -> new Restored(month, archive.restore(wanted)));
  }

  private static <T> T answer(Work<T> work) {
    try {
      return work.run();
    } catch (ArchiveException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (SQLException e) {
      throw new CannotGetJdbcConnectionException("Postgres failed", e);
    }
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("month '" + text + "' must be one such as 2026-05", e);
    }
  }
}
