package dev.aidis.git;

import org.eclipse.jgit.storage.file.WindowCacheConfig;

/** JGit's caches of pack files, which hold for the whole process. */
final class PackCaches {
  private static final int MB = WindowCacheConfig.MB;

  private PackCaches() {}

  /** Reading a whole history goes through all packs: JGit's default of 10 MB would thrash. */
  static void enlarge() {
    WindowCacheConfig config = new WindowCacheConfig();
    // Mapped files take no heap.
    config.setPackedGitMMAP(true);
    config.setPackedGitWindowSize(MB);
    config.setPackedGitLimit(512L * MB);
    // Each thread has one of these.
    config.setDeltaBaseCacheLimit(16 * MB);
    config.install();
  }
}
