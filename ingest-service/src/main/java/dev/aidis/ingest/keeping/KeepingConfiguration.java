package dev.aidis.ingest.keeping;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires what takes data out and brings it back. */
@Configuration(proxyBeanMethods = false)
@Import(ExportEndpoint.class)
public class KeepingConfiguration {

  @Bean
  LogReader logReader(KafkaProperties kafka) {
    return new KafkaLogReader(kafka.buildConsumerProperties());
  }

  @Bean
  OwnerExport ownerExport(DataSource database, LogReader log, InstantSource clock) {
    return new OwnerExport(new OwnerTables(database), log, clock);
  }
}
