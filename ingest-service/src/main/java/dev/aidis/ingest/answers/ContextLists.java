package dev.aidis.ingest.answers;

import dev.aidis.queries.ContextItemView;
import dev.aidis.queries.ItemFilter;
import dev.aidis.queries.ItemPage;

/** Lists context items. */
@FunctionalInterface
public interface ContextLists {

  /**
   * Context items of an owner, newest first.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  ItemPage<ContextItemView> of(ItemFilter filter);
}
