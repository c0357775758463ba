package dev.aidis.git;

/** What {@code .gitattributes} say about showing a file's lines. */
interface BinaryAttributes {

  /** {@code -diff} (or {@code binary}), {@code diff}, or nothing: then the content decides. */
  enum Kind {
    BINARY,
    TEXT,
    UNSPECIFIED
  }

  Kind of(TreeEntry entry);
}
