package dev.aidis.ingest.activity;

import dev.aidis.schemas.Topics;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics on the broker. */
public final class LogTopics {
  private LogTopics() {}

  /**
   * Makes those that are not there yet.
   *
   * @throws LogUnavailableException if the broker does not answer within the client's timeouts
   */
  public static void make(Admin admin, int partitions, short replicationFactor) {
    admin
        .createTopics(Topics.definitions(partitions, replicationFactor))
        .values()
        .forEach(LogTopics::await);
  }

  private static void await(String topic, Future<Void> made) {
    try {
      made.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new LogUnavailableException(
            "Topic " + topic + " could not be made: " + e.getCause(), e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailableException("Interrupted while topic " + topic + " was made", e);
    }
  }
}
