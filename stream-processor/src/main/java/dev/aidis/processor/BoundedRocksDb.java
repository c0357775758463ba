package dev.aidis.processor;

import dev.aidis.processor.store.Stores;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.IndexType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Keeps the memory of all stores of the process together within bounds: there are six stores for
 * each partition.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
  private static final long CACHE_BYTES = 160L << 20;
  private static final long WRITE_BUFFERS_BYTES = 128L << 20;
  private static final long WRITE_BUFFER_BYTES = 8L << 20;

  /**
   * Each store holds at least one block. At the default of an eighth of a write buffer, 72 stores
   * would exceed their common bound while they are all but empty, and flush with every write.
   */
  private static final long ARENA_BLOCK_BYTES = 64L << 10;

  /** A fiftieth of a write buffer: about twenty bits for each of its entries. */
  private static final double BLOOM_OF_WRITE_BUFFER = 0.02;

  static {
    RocksDB.loadLibrary();
  }

  /**
   * Of the cache, at most, for what is evicted last: what leads to data, and data asked for again.
   */
  private static final double EVICTED_LAST = 0.5;

  private static final int SHARDS_BY_SIZE = -1;
  private static final boolean STRICT = false;

  private static final Cache CACHE =
      new LRUCache(CACHE_BYTES, SHARDS_BY_SIZE, STRICT, EVICTED_LAST);
  private static final WriteBufferManager WRITE_BUFFERS =
      new WriteBufferManager(WRITE_BUFFERS_BYTES, CACHE);

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    table.setPinL0FilterAndIndexBlocksInCache(true);
    // The index of a large file is large itself: in parts, of which a lookup needs one.
    table.setIndexType(IndexType.kTwoLevelIndexSearch);
    table.setPartitionFilters(true);
    table.setPinTopLevelIndexAndFilter(true);
    table.setFilterPolicy(new BloomFilter(10));
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(WRITE_BUFFERS);
    options.setWriteBufferSize(WRITE_BUFFER_BYTES);
    options.setMaxWriteBufferNumber(3);
    options.setArenaBlockSize(ARENA_BLOCK_BYTES);
    options.setAllowConcurrentMemtableWrite(false); // each store has one writer
    if (Stores.MOSTLY_ASKED_IN_VAIN.contains(storeName)) {
      options.setMemtablePrefixBloomSizeRatio(BLOOM_OF_WRITE_BUFFER);
      options.setMemtableWholeKeyFiltering(true);
    }
  }

  @Override
  public void close(String storeName, Options options) {
    // the cache and the write buffers are shared by all stores and live as long as the process
  }
}
