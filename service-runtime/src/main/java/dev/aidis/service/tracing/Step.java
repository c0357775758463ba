package dev.aidis.service.tracing;

/**
 * A piece of work of a trace, from when it was begun until it is closed: a span of OpenTelemetry,
 * and a line of the log when it ends. For the thread that began it.
 */
public interface Step extends AutoCloseable {
  /** Of no trace. */
  Step NONE =
      new Step() {
        @Override
        public void close() {
          // nothing was begun
        }
      };

  /** Names it anew, when more is known than at its begin. */
  default void rename(String name) {}

  /**
   * @param attribute a name of OpenTelemetry's semantic conventions, where there is one
   */
  default void note(String attribute, String value) {}

  default void note(String attribute, long value) {}

  /**
   * It came to nothing.
   *
   * @param kind of the failure, one of few: it is what failures are counted by
   */
  default void failed(String kind) {}

  @Override
  void close();
}
