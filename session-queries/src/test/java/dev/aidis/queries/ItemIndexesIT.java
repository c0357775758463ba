package dev.aidis.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Lists of items go by an index: 20,000 context items, half of them those of one owner. */
class ItemIndexesIT {
  private static final DataSource DATABASE = TestDatabase.migrated();

  private static final String ITEMS =
      """
      INSERT INTO context (uuid, owner, workspace, title, content, created_at, updated_at, created_position)
      SELECT gen_random_uuid(), CASE WHEN i % 2 = 0 THEN 'ada' ELSE 'owner-' || i % 500 END, 'main', 'Item ' || i,
        'word' || i || ' and some others', at, at, ROW (at, 1::smallint, gen_random_uuid())::activity_position
      FROM (SELECT i, timestamptz '2025-01-01Z' + i * interval '1 minute' AS at FROM generate_series(1, 20000) AS i) AS item
      """;

  @BeforeAll
  static void fill() {
    TestDatabase.execute(DATABASE, ITEMS);
    TestDatabase.execute(DATABASE, "VACUUM ANALYZE context");
  }

  @Test
  void wordsAreLookedUp() throws SQLException {
    assertThat(scans("idx_context_words", ItemFilter.newest("ada", 10).withText("word4710")))
        .isPositive();
  }

  @Test
  void theItemsOfAnOwnerAreLookedUp() throws SQLException {
    assertThat(scans("idx_context_owner", ItemFilter.newest("owner-7", 10))).isPositive();
  }

  /** How often the index was used for it. */
  private static long scans(String index, ItemFilter filter) throws SQLException {
    try (var connection = DATABASE.getConnection()) {
      connection.setAutoCommit(false);
      DataSource transaction = new SingleConnectionDataSource(connection, true);
      assertThat(new ItemQueries(transaction).context(filter).items()).isNotEmpty();
      return JdbcClient.create(transaction)
          .sql("SELECT pg_stat_get_xact_numscans(:index::regclass)")
          .param("index", index)
          .query(Long.class)
          .single();
    }
  }
}
