package dev.aidis.benchmarks.kafka;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** How far a group has read a topic that holds nothing but records: no ends of transactions. */
public final class ConsumerGroup {
  private static final Duration GIVE_UP = Duration.ofMinutes(10);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

  private final Admin admin;
  private final String name;

  public ConsumerGroup(Admin admin, String name) {
    this.admin = admin;
    this.name = name;
  }

  /** Records that it has committed, over all partitions; none while there is no such group. */
  public long committed() throws InterruptedException {
    try {
      return admin
          .listConsumerGroupOffsets(name)
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .stream()
          .mapToLong(OffsetAndMetadata::offset)
          .sum();
    } catch (ExecutionException notYet) {
      return 0;
    }
  }

  /**
   * Returns when it has committed that many.
   *
   * @throws IllegalStateException when it has not after ten minutes
   */
  public void awaitCommitted(long records) throws InterruptedException {
    long deadline = System.nanoTime() + GIVE_UP.toNanos();
    long committed = committed();
    while (committed < records) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "%s committed %d of %d records within %s".formatted(name, committed, records, GIVE_UP));
      }
      LockSupport.parkNanos(PAUSE);
      committed = committed();
    }
  }
}
