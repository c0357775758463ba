package dev.aidis.sink.write;

import java.util.UUID;

/**
 * What became of a session that is no more.
 *
 * @param into the session it was merged into
 * @param revision updates of the absorbed session up to this revision are void
 */
record Absorption(UUID into, long revision) {
  Absorption movedTo(UUID other) {
    return new Absorption(other, revision);
  }
}
