package dev.aidis.sink.rebuild;

import dev.aidis.sink.rebuild.WaitingUpdates.Told;
import dev.aidis.sink.write.BatchWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The tables that a rebuild makes beside those of a test's database. */
final class NewTables {
  private final DataSource database;

  private NewTables(DataSource database) {
    this.database = database;
  }

  static NewTables create(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      ShadowTables.create(connection, "public");
    }
    return new NewTables(database);
  }

  /** Writes to them. */
  BatchWriter writer() throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try (Connection connection = database.getConnection()) {
      source.setUrl(connection.getMetaData().getURL());
      source.setUser(connection.getMetaData().getUserName());
    }
    source.setCurrentSchema("aidis_rebuild,public");
    return BatchWriter.alone(source);
  }

  /** Makes the tables that are read equal to them; returns the rows changed, by table. */
  Map<String, Long> changeOver(Map<UUID, Told> told) throws SQLException {
    new BatchWriter(database).makeRoom(ShadowRows.months(database));
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      Map<String, Long> changed = Equalization.run(connection, "public", told);
      connection.commit();
      return changed;
    }
  }
}
