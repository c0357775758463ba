package dev.aidis.queries.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A client whose statements are planned for the values of each call: a filter that is absent costs
 * nothing then, and one that matches little is found by its index. (A plan made once for all values
 * would have to read all sessions of an owner for a rare tag.)
 */
public final class Database {
  private Database() {}

  public static JdbcClient of(DataSource dataSource) {
    return JdbcClient.create(new PlannedEachTime(dataSource));
  }

  private static final class PlannedEachTime extends JdbcTemplate {
    private PlannedEachTime(DataSource dataSource) {
      super(dataSource);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
      super.applyStatementSettings(statement);
      if (statement.isWrapperFor(PGStatement.class)) {
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
      }
    }
  }
}
