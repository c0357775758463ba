package dev.aidis.standalone.failure;

import dev.aidis.schemas.Activity;

/** A way to tell activities to a tracker. Safe for use by several threads. */
interface Telling {

  /** Tells it and does not wait. */
  void send(Activity activity);

  /** Returns when everything sent is in the log. */
  void flush();
}
