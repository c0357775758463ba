package dev.aidis.ingest.keeping;

import dev.aidis.archive.MonthArchive;
import dev.aidis.ingest.session.ArchivedMonths;
import dev.aidis.ingest.token.Tokens;
import dev.aidis.queries.TimelineQueries;
import dev.aidis.schemas.Topics;
import java.time.InstantSource;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Wires what takes data out and brings it back. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ArchiveSettings.class)
@Import({ExportEndpoint.class, BackupEndpoint.class})
public class KeepingConfiguration {

  @Bean
  LogReader logReader(KafkaProperties kafka) {
    return new KafkaLogReader(kafka.buildConsumerProperties());
  }

  @Bean
  OwnerExport ownerExport(DataSource database, LogReader log, InstantSource clock) {
    return new OwnerExport(new OwnerTables(database), log, clock);
  }

  @Bean
  Backup backup(DataSource database, LogReader log, InstantSource clock) {
    return new Backup(new BackupNumbers(database), log, clock);
  }

  @Bean
  Contents contents(DataSource database, LogReader log) {
    return new Contents(database, log);
  }

  @Bean
  ReservedNumbers reservedNumbers(DataSource database) {
    return new ReservedNumbers(database);
  }

  @Bean
  Supplier<Restore> restore(
      JsonMapper json, DataSource database, KafkaProperties kafka, LogReader log, Tokens tokens) {
    return () ->
        new Restore(
            json,
            database,
            () -> LogWriter.begin(kafka.buildProducerProperties()),
            log.partitions(Topics.ACTIVITIES),
            id -> tokens.byId(id).isPresent());
  }

  /** With connections of its own: a month may take longer than is allowed to an answer. */
  @Bean
  MonthArchive monthArchive(DataSourceProperties database, ArchiveSettings settings) {
    return new MonthArchive(
        database.initializeDataSourceBuilder().type(PGSimpleDataSource.class).build(),
        settings.directory());
  }

  @Bean
  ArchiveEndpoint archiveEndpoint(
      MonthArchive archive, ArchiveSettings settings, InstantSource clock) {
    return new ArchiveEndpoint(archive, settings.age(), clock);
  }

  @Bean
  ArchivedMonths archivedMonths(TimelineQueries timelines) {
    return session -> timelines.archivedMonths(session.owner(), session.id());
  }
}
