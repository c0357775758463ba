package dev.aidis.git;

import org.eclipse.jgit.storage.file.WindowCacheConfig;

/** JGit's caches of pack files, which hold for the whole process. */
final class PackCaches {
  private static final int MB = WindowCacheConfig.MB;

  private PackCaches() {}

  /** Reading a whole history goes through all packs: JGit's default of 10 MB would thrash. */
  static void enlarge() {
    WindowCacheConfig config = new WindowCacheConfig();
    config.setPackedGitMMAP(true);
    config.setPackedGitWindowSize(MB);
    config.setPackedGitLimit(512L * MB);
    config.setDeltaBaseCacheLimit(32 * MB);
    config.install();
  }
}
