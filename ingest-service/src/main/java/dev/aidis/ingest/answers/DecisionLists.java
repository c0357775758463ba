package dev.aidis.ingest.answers;

import dev.aidis.queries.DecisionView;
import dev.aidis.queries.ItemFilter;
import dev.aidis.queries.ItemPage;

/** Lists decisions. */
@FunctionalInterface
public interface DecisionLists {

  /**
   * Decisions of an owner, newest first.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  ItemPage<DecisionView> of(ItemFilter filter);
}
