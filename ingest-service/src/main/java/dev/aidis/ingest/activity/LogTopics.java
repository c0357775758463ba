package dev.aidis.ingest.activity;

import dev.aidis.schemas.TopicCreation;
import dev.aidis.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

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
      List<NewTopic> all = new ArrayList<>(Topics.definitions(partitions, replicationFactor));
      all.add(Topics.ofTokens(replicationFactor));
      TopicCreation.createMissing(admin, all);
    } catch (ExecutionException e) {
      throw new LogUnavailableException("The topics could not be made: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailableException("Interrupted while the topics were made", e);
    }
  }
}
