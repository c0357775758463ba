package dev.aidis.ingest.health;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether the broker answers. */
public final class KafkaHealth extends AbstractHealthIndicator {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Admin admin;

  public KafkaHealth(Admin admin) {
    super("Kafka does not answer");
    this.admin = admin;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) throws Exception {
    int brokers =
        admin.describeCluster().nodes().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).size();
    health.up().withDetail("brokers", brokers);
  }
}
