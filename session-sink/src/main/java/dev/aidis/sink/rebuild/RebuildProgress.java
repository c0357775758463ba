package dev.aidis.sink.rebuild;

/** Told how far a rebuild is. */
@FunctionalInterface
public interface RebuildProgress {

  /**
   * @param phase what is done now, in words
   * @param done activities that are in the new tables
   * @param total activities in the log
   */
  void at(String phase, long done, long total);
}
