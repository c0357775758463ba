package dev.aidis.cli.intake;

import java.util.Arrays;
import java.util.UUID;

/**
 * A set of UUIDs that needs 32 bytes or fewer for each: that of ten million activities fits into
 * the memory of a command. Not thread-safe.
 */
public final class SeenIds {
  private long[] table = new long[2 * 1024];
  private int size;
  private boolean hasZero;

  /** Whether the id is new. */
  public boolean add(UUID id) {
    long most = id.getMostSignificantBits();
    long least = id.getLeastSignificantBits();
    if (most == 0 && least == 0) {
      boolean isNew = !hasZero;
      hasZero = true;
      return isNew;
    }
    if (2L * (size + 1) * 3 > table.length * 2L) {
      grow();
    }
    int slot = slotOf(table, most, least);
    if (table[slot] == most && table[slot + 1] == least) {
      return false;
    }
    table[slot] = most;
    table[slot + 1] = least;
    size++;
    return true;
  }

  private void grow() {
    long[] old = table;
    table = new long[Math.multiplyExact(old.length, 2)];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0 || old[i + 1] != 0) {
        int slot = slotOf(table, old[i], old[i + 1]);
        table[slot] = old[i];
        table[slot + 1] = old[i + 1];
      }
    }
    Arrays.fill(old, 0);
  }

  /** Where the id is, or the free place where it belongs. */
  private static int slotOf(long[] table, long most, long least) {
    long mixed = (most ^ Long.rotateLeft(least, 32)) * 0x9E3779B97F4A7C15L;
    int slot = (int) ((mixed >>> 33) % (table.length / 2)) * 2;
    while ((table[slot] != 0 || table[slot + 1] != 0)
        && (table[slot] != most || table[slot + 1] != least)) {
      slot = slot + 2 == table.length ? 0 : slot + 2;
    }
    return slot;
  }
}
