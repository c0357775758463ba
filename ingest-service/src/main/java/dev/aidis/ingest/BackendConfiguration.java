package dev.aidis.ingest;

import dev.aidis.ingest.activity.KafkaActivityPublisher;
import dev.aidis.ingest.session.ProjectSource;
import dev.aidis.schemas.serde.WireCodecs;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ports over Kafka and Postgres. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaProperties.class)
class BackendConfiguration {

  @Bean
  KafkaActivityPublisher activityPublisher(KafkaProperties kafka) {
    return KafkaActivityPublisher.connect(
        kafka.buildProducerProperties(), WireCodecs.ACTIVITY::encode);
  }

  @Bean
  ProjectSource projectSource() {
    return caller -> Optional.ofNullable(caller.project());
  }
}
