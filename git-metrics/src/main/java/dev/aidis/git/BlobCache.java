package dev.aidis.git;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The blobs last read: in a history, what one commit wrote the next one to touch the file reads.
 * Thread-safe.
 */
final class BlobCache {
  private static final int LINES_KEPT = 4_000_000;

  /** So that entries without lines count too. */
  private static final int LINES_OF_AN_ENTRY = 16;

  private final Map<ObjectId, Blob> blobs = new LinkedHashMap<>(16, 0.75f, true);
  private int lines;

  synchronized @Nullable Blob get(ObjectId id) {
    return blobs.get(id);
  }

  synchronized void put(ObjectId id, Blob blob) {
    if (blobs.put(id, blob) == null) {
      lines += weight(blob);
    }
    Iterator<Blob> eldest = blobs.values().iterator();
    while (lines > LINES_KEPT && eldest.hasNext()) {
      lines -= weight(eldest.next());
      eldest.remove();
    }
  }

  private static int weight(Blob blob) {
    return blob.lines().length + LINES_OF_AN_ENTRY;
  }
}
