package dev.aidis.ingest.activity;

import dev.aidis.schemas.TopicCreation;
import dev.aidis.schemas.Topics;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** The topics on the broker. */
public final class LogTopics {
  private LogTopics() {}

  /**
   * Makes those that are not there yet.
   *
   * @throws LogUnavailableException if the broker does not answer within the client's timeouts
   */
  public static void make(Admin admin, int partitions, short replicationFactor) {
    try {
      TopicCreation.createMissing(admin, Topics.definitions(partitions, replicationFactor));
    } catch (ExecutionException e) {
      throw new LogUnavailableException("The topics could not be made: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailableException("Interrupted while the topics were made", e);
    }
  }
}
