package dev.aidis.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/** Reads blobs for one thread; a large one is read in pieces and never as a whole. */
final class BlobReader {
  /** From this size on git takes every file for binary ({@code core.bigFileThreshold}). */
  private static final long BIG_FILE_BYTES = 512L << 20;

  private static final int PIECE_BYTES = 64 << 10;

  private final ObjectReader objects;
  private final BinaryAttributes attributes;
  private final BlobCache cache;

  BlobReader(ObjectReader objects, BinaryAttributes attributes, BlobCache cache) {
    this.cache = cache;
    this.objects = objects;
    this.attributes = attributes;
  }

  Blob read(TreeEntry entry) throws IOException {
    if (!entry.exists()) {
      return Blob.ABSENT;
    }
    if (entry.isSubmodule()) {
      String text = "Subproject commit " + entry.id().name() + "\n";
      return new Blob(false, LineHashes.of(text.getBytes(StandardCharsets.UTF_8)));
    }
    return switch (attributes.of(entry)) {
      case BINARY -> Blob.BINARY;
      case TEXT -> read(entry.id(), false);
      case UNSPECIFIED -> readCached(entry.id());
    };
  }

  /** The pieces of a regular file, to measure its likeness to others. */
  Chunks chunks(TreeEntry file) throws IOException {
    byte[] content = objects.open(file.id(), Constants.OBJ_BLOB).getBytes();
    boolean text =
        switch (attributes.of(file)) {
          case BINARY -> false;
          case TEXT -> true;
          case UNSPECIFIED -> !Blob.isBinary(content, content.length);
        };
    return Chunks.of(content, text);
  }

  long size(ObjectId id) throws IOException {
    return objects.getObjectSize(id, Constants.OBJ_BLOB);
  }

  private Blob readCached(ObjectId id) throws IOException {
    Blob known = cache.get(id);
    if (known == null) {
      known = read(id, true);
      cache.put(id, known);
    }
    return known;
  }

  private Blob read(ObjectId id, boolean mayBeBinary) throws IOException {
    ObjectLoader loader = objects.open(id, Constants.OBJ_BLOB);
    if (loader.isLarge()) {
      return readLarge(loader, mayBeBinary);
    }
    byte[] content = loader.getCachedBytes();
    return mayBeBinary && Blob.isBinary(content, content.length)
        ? Blob.BINARY
        : new Blob(false, LineHashes.of(content));
  }

  private static Blob readLarge(ObjectLoader loader, boolean mayBeBinary) throws IOException {
    if (mayBeBinary && loader.getSize() >= BIG_FILE_BYTES) {
      return Blob.BINARY;
    }
    try (InputStream stream = loader.openStream()) {
      byte[] piece = new byte[PIECE_BYTES];
      int length = stream.readNBytes(piece, 0, piece.length);
      if (mayBeBinary && Blob.isBinary(piece, length)) {
        return Blob.BINARY;
      }
      return new Blob(false, lines(piece, length, stream));
    }
  }

  /** What is left of a line at a piece's end goes to the front of the next piece. */
  static long[] lines(byte[] firstPiece, int firstLength, InputStream stream) throws IOException {
    LineHashes lines = new LineHashes();
    byte[] piece = firstPiece;
    int length = firstLength;
    while (true) {
      int rest = lines.add(piece, length);
      int kept = length - rest;
      byte[] next = kept < piece.length / 2 ? piece : new byte[piece.length * 2];
      System.arraycopy(piece, rest, next, 0, kept);
      int read = stream.readNBytes(next, kept, next.length - kept);
      if (read == 0) {
        lines.addLast(next, 0, kept);
        return lines.finish();
      }
      piece = next;
      length = kept + read;
    }
  }
}
