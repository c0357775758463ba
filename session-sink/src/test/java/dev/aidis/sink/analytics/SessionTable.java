package dev.aidis.sink.analytics;

import dev.aidis.sink.TestDatabase;
import java.util.List;
import javax.sql.DataSource;

/** A database to fill with sessions by hand, and to ask in a time zone. */
final class SessionTable {
  private final DataSource database = TestDatabase.migrated();

  DataSource database() {
    return database;
  }

  /** Times as Postgres reads them, with a zone. The first session is number 1. */
  SessionTable session(String owner, String startedAt, String lastActivityAt) {
    return session(owner, startedAt, lastActivityAt, "productivity_score = 50");
  }

  /** With some columns of {@code sessions} set besides. */
  SessionTable session(String owner, String startedAt, String lastActivityAt, String set) {
    TestDatabase.execute(
        database,
        """
        INSERT INTO sessions (owner, started_at, last_activity_at, ended_at, status, first_position, last_position,
          duration_minutes)
        VALUES ('%1$s', '%2$s', '%3$s', '%3$s', 'ended', ROW ('%2$s', 1, gen_random_uuid()),
          ROW ('%3$s', 1, gen_random_uuid()), extract(epoch FROM '%3$s'::timestamptz - '%2$s'::timestamptz) / 60);
        UPDATE sessions SET %4$s WHERE id = currval('sessions_id_seq')
        """
            .formatted(owner, startedAt, lastActivityAt, set));
    return this;
  }

  /** Runs any statement. */
  SessionTable with(String sql) {
    TestDatabase.execute(database, sql);
    return this;
  }

  /** The rows as a reader in that time zone sees them, their values separated by bars. */
  List<String> ask(String timeZone, String query) {
    return TestDatabase.rows(database, "SET TimeZone TO '%s'".formatted(timeZone), query);
  }
}
