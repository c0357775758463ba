package dev.aidis.sink.schema;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings a database to the schema version of this program. */
public final class Schema {
  private static final String MIGRATIONS = "classpath:db/aidis";

  private Schema() {}

  /**
   * Applies the migrations that the database lacks. Safe to call from several processes at once.
   *
   * @throws SchemaTooNewException if a newer program has been at work in the database
   * @throws org.flywaydb.core.api.FlywayException if the database cannot be reached or refuses
   */
  public static void migrate(DataSource dataSource) {
    FluentConfiguration configuration =
        Flyway.configure().dataSource(dataSource).locations(MIGRATIONS).validateOnMigrate(true);
    Flyway flyway = configuration.load();
    requireNotNewer(flyway);
    configuration.outOfOrder(hasGaps(flyway)).load().migrate();
  }

  /** Numbers are given out in ranges, so that a lower one can be published after a higher one. */
  private static boolean hasGaps(Flyway flyway) {
    return Arrays.stream(flyway.info().all())
        .anyMatch(migration -> migration.getState() == MigrationState.IGNORED);
  }

  private static void requireNotNewer(Flyway flyway) {
    MigrationVersion known = MigrationVersion.EMPTY;
    MigrationVersion applied = MigrationVersion.EMPTY;
    for (var migration : flyway.info().all()) {
      if (migration.getVersion() != null) {
        known = migration.getState().isResolved() ? max(known, migration.getVersion()) : known;
        applied = migration.getState().isApplied() ? max(applied, migration.getVersion()) : applied;
      }
    }
    if (applied.compareTo(known) > 0) {
      throw new SchemaTooNewException(applied.getVersion(), known.getVersion());
    }
  }

  private static MigrationVersion max(MigrationVersion a, MigrationVersion b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
