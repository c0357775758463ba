package dev.aidis.ingest.session;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was used least recently. Not thread-safe. */
public final class Recent<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int max;

  /**
   * @param max entries that are kept
   */
  public Recent(int max) {
    super(16, 0.75f, true);
    this.max = max;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > max;
  }
}
