package dev.aidis.ingest;

import dev.aidis.ingest.activity.IntakeMetrics;
import dev.aidis.ingest.activity.KafkaActivityPublisher;
import dev.aidis.ingest.activity.LogTopics;
import dev.aidis.ingest.activity.MeteredPublisher;
import dev.aidis.ingest.deadletter.DeadLetterBox;
import dev.aidis.ingest.deadletter.KafkaDeadLetterBox;
import dev.aidis.ingest.health.KafkaHealth;
import dev.aidis.ingest.pipeline.KafkaPipeline;
import dev.aidis.ingest.pipeline.Pipeline;
import dev.aidis.ingest.pipeline.ReadRemainder;
import dev.aidis.ingest.token.KafkaTokenLog;
import dev.aidis.schemas.serde.WireCodecs;
import dev.aidis.service.tracing.Tracing;
import java.time.InstantSource;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The ports over Kafka. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KafkaProperties.class, TopicSettings.class})
class KafkaConfiguration {

  @Bean
  Admin admin(KafkaProperties kafka, TopicSettings topics) {
    Admin admin = Admin.create(kafka.buildAdminProperties());
    LogTopics.make(admin, topics.partitions(), topics.replicationFactor());
    return admin;
  }

  @Bean
  KafkaActivityPublisher activityPublisher(KafkaProperties kafka, Admin admin, Tracing tracing) {
    return KafkaActivityPublisher.connect(
        kafka.buildProducerProperties(), WireCodecs.ACTIVITY::encode, tracing);
  }

  @Bean
  @Primary
  MeteredPublisher meteredPublisher(KafkaActivityPublisher publisher, IntakeMetrics metrics) {
    return new MeteredPublisher(publisher, metrics);
  }

  @Bean
  ReadRemainder remainder(KafkaProperties kafka) {
    return ReadRemainder.connect(kafka.buildConsumerProperties());
  }

  /** Begins to read when the topic is there. */
  @Bean
  KafkaTokenLog tokenLog(KafkaProperties kafka, Admin admin) {
    return new KafkaTokenLog(kafka.buildProducerProperties(), kafka.buildConsumerProperties());
  }

  @Bean
  DeadLetterBox deadLetterBox(KafkaProperties kafka, InstantSource clock) {
    return KafkaDeadLetterBox.over(kafka.buildConsumerProperties(), clock);
  }

  @Bean
  Pipeline pipeline(Admin admin, ReadRemainder remainder) {
    return new KafkaPipeline(admin, remainder);
  }

  @Bean
  KafkaHealth kafkaHealthIndicator(Admin admin) {
    return new KafkaHealth(admin);
  }
}
