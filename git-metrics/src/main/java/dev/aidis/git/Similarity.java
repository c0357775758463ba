package dev.aidis.git;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;

/**
 * How much of a file's content another one took over, by git's measure: the bytes in lines (cut
 * into pieces of 64 bytes where longer) that both have, of the bytes of the larger one.
 */
final class Similarity {
  /** The measure of equal contents. */
  static final int FULL = 60_000;

  /** A rename needs half. */
  static final int LEAST = FULL / 2;

  /** A rename that is found by the file's name alone needs three quarters. */
  static final int OF_NAMESAKES = FULL * 3 / 4;

  /** Larger files are not compared, as that would take them into memory as a whole. */
  private static final long LARGEST_COMPARED = 50L << 20;

  private final BlobReader blobs;
  private final Map<ObjectId, Chunks> chunks = new HashMap<>();
  private final Map<ObjectId, Long> sizes = new HashMap<>();

  Similarity(BlobReader blobs) {
    this.blobs = blobs;
  }

  /** 0 to {@link #FULL}; 0 without a look into the files if it cannot be as much as wanted. */
  int between(TreeEntry source, TreeEntry target, int wanted) throws IOException {
    if (!source.isRegularFile() || !target.isRegularFile()) {
      return 0;
    }
    long sourceSize = size(source);
    long targetSize = size(target);
    long larger = Math.max(sourceSize, targetSize);
    long difference = larger - Math.min(sourceSize, targetSize);
    if (larger * (FULL - wanted) < difference * FULL
        || targetSize == 0
        || larger >= LARGEST_COMPARED) {
      return 0;
    }
    return (int) (chunks(source).bytesSharedWith(chunks(target)) * FULL / larger);
  }

  /** Releases what was read for one commit. */
  void forget() {
    chunks.clear();
    sizes.clear();
  }

  private long size(TreeEntry entry) throws IOException {
    Long known = sizes.get(entry.id());
    if (known == null) {
      known = blobs.size(entry.id());
      sizes.put(entry.id(), known);
    }
    return known;
  }

  private Chunks chunks(TreeEntry entry) throws IOException {
    Chunks known = chunks.get(entry.id());
    if (known == null) {
      known = blobs.chunks(entry);
      chunks.put(entry.id(), known);
    }
    return known;
  }
}
