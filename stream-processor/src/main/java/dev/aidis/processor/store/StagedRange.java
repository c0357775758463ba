package dev.aidis.processor.store;

import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** A range of a store with the writes that are held back, as they were at its beginning. */
final class StagedRange implements KeyValueIterator<Bytes, byte[]> {
  private final KeyValueIterator<Bytes, byte[]> stored;
  private final Iterator<Map.Entry<Bytes, byte @Nullable []>> staged;
  private final boolean downwards;
  private Map.@Nullable Entry<Bytes, byte @Nullable []> nextStaged;
  private @Nullable KeyValue<Bytes, byte[]> next;

  StagedRange(
      KeyValueIterator<Bytes, byte[]> stored,
      NavigableMap<Bytes, byte @Nullable []> staged,
      boolean downwards) {
    this.stored = stored;
    this.downwards = downwards;
    NavigableMap<Bytes, byte @Nullable []> now = new TreeMap<>(staged);
    this.staged = (downwards ? now.descendingMap() : now).entrySet().iterator();
    nextStaged = this.staged.hasNext() ? this.staged.next() : null;
    next = find();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Bytes peekNextKey() {
    return required().key;
  }

  @Override
  public KeyValue<Bytes, byte[]> next() {
    KeyValue<Bytes, byte[]> found = required();
    next = find();
    return found;
  }

  @Override
  public void close() {
    stored.close();
  }

  private KeyValue<Bytes, byte[]> required() {
    if (next == null) {
      throw new NoSuchElementException("the range has no more entries");
    }
    return next;
  }

  /** The next entry of both; what is staged stands for what is stored, and may delete it. */
  private @Nullable KeyValue<Bytes, byte[]> find() {
    while (nextStaged != null) {
      int order = stored.hasNext() ? order(stored.peekNextKey(), nextStaged.getKey()) : 1;
      if (order < 0) {
        return stored.next();
      }
      if (order == 0) {
        stored.next();
      }
      Bytes key = nextStaged.getKey();
      byte[] value = nextStaged.getValue();
      nextStaged = staged.hasNext() ? staged.next() : null;
      if (value != null) {
        return KeyValue.pair(key, value);
      }
    }
    return stored.hasNext() ? stored.next() : null;
  }

  private int order(Bytes a, Bytes b) {
    return downwards ? b.compareTo(a) : a.compareTo(b);
  }
}
