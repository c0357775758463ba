package dev.aidis.schemas;

/** The groups whose committed offsets tell how far the pipeline is. Their names never change. */
public final class ConsumerGroups {
  /**
   * Reads {@link Topics#ACTIVITIES}; Kafka Streams' application id, and so names its topics too.
   */
  public static final String PROCESSOR = "aidis-stream-processor";

  /** Reads {@link Topics#SESSION_UPDATES}. */
  public static final String SINK = "aidis-session-sink";

  private ConsumerGroups() {}
}
