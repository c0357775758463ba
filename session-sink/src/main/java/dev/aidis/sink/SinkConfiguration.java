package dev.aidis.sink;

import com.zaxxer.hikari.HikariDataSource;
import dev.aidis.archive.MonthArchive;
import dev.aidis.schemas.TopicCreation;
import dev.aidis.schemas.Topics;
import dev.aidis.service.HealthConfiguration;
import dev.aidis.service.Probe;
import dev.aidis.service.tracing.Tracing;
import dev.aidis.service.tracing.TracingConfiguration;
import dev.aidis.sink.intake.BatchIntake;
import dev.aidis.sink.intake.Drops;
import dev.aidis.sink.intake.KafkaDeadLetters;
import dev.aidis.sink.intake.SinkRunner;
import dev.aidis.sink.rebuild.DatabaseRebuild;
import dev.aidis.sink.schema.DatabaseStart;
import dev.aidis.sink.write.BatchWriter;
import dev.aidis.sink.write.MonthsAhead;
import dev.aidis.sink.write.OpenSessions;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the sink. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  SinkSettings.class,
  TopicSettings.class,
  KafkaProperties.class,
  ArchiveSettings.class
})
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
@Import({HealthConfiguration.class, TracingConfiguration.class})
class SinkConfiguration {
  private static final Clock CLOCK = Clock.systemUTC();

  @Bean
  Producer<byte[], byte[]> deadLetterProducer(KafkaProperties kafka) {
    Map<String, Object> properties = kafka.buildProducerProperties();
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** With connections of its own: a month may take longer than is allowed to a batch. */
  @Bean
  MonthArchive monthArchive(DataSourceProperties database, ArchiveSettings settings) {
    return new MonthArchive(patient(database), settings.directory());
  }

  /** Connections that wait for as long as the database takes, if only its machine is there. */
  private static PGSimpleDataSource patient(DataSourceProperties database) {
    PGSimpleDataSource patient =
        database.initializeDataSourceBuilder().type(PGSimpleDataSource.class).build();
    patient.setTcpKeepAlive(true);
    return patient;
  }

  @Bean
  BatchWriter writer(DataSource database, MonthArchive archive) {
    return new BatchWriter(database, archive);
  }

  @Bean
  BatchIntake intake(
      BatchWriter writer,
      Producer<byte[], byte[]> producer,
      MeterRegistry metrics,
      Tracing tracing) {
    Drops drops = new Drops(new KafkaDeadLetters(producer), metrics);
    return new BatchIntake(writer, drops, metrics, tracing);
  }

  @Bean
  MonthsAhead monthsAhead(BatchWriter writer) {
    return new MonthsAhead(writer, CLOCK, MonthsAhead.TWICE_A_DAY);
  }

  @Bean
  OpenSessions openSessions(DataSource database, MeterRegistry metrics) {
    OpenSessions open = new OpenSessions(database, CLOCK);
    open.register(metrics);
    return open;
  }

  @Bean
  DatabaseRebuild databaseRebuild(
      DataSourceProperties database,
      KafkaProperties kafka,
      Admin admin,
      BatchWriter writer,
      MonthArchive archive) {
    return new DatabaseRebuild(
        () -> {
          HikariDataSource connections =
              database.initializeDataSourceBuilder().type(HikariDataSource.class).build();
          connections.setPoolName("session-sink-rebuild");
          connections.setMaximumPoolSize(3);
          return connections;
        },
        () ->
            new KafkaConsumer<>(
                kafka.buildConsumerProperties(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer()),
        admin,
        writer,
        archive,
        CLOCK);
  }

  @Bean
  Admin admin(KafkaProperties kafka) {
    return Admin.create(kafka.buildAdminProperties());
  }

  @Bean
  Probe consumersProbe(SinkRunner runner) {
    return new Probe("consumers", runner::isRunning);
  }

  @Bean
  Probe postgresProbe(DataSource database) {
    return new Probe("postgres", () -> answers(database));
  }

  private static boolean answers(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  @Bean
  SinkRunner runner(
      DataSource database,
      DataSourceProperties properties,
      BatchWriter writer,
      BatchIntake intake,
      KafkaProperties kafka,
      SinkSettings settings,
      TopicSettings topics)
      throws InterruptedException, ExecutionException, SQLException {
    CountDownLatch never = new CountDownLatch(1);
    DatabaseStart.await(
        database, patient(properties), time -> never.await(time.toMillis(), TimeUnit.MILLISECONDS));
    writer.prepare(Instant.now(CLOCK));
    makeTopics(kafka.buildAdminProperties(), topics);
    return new SinkRunner(
        () ->
            new KafkaConsumer<>(
                kafka.buildConsumerProperties(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer()),
        intake,
        CLOCK,
        settings.concurrency());
  }

  private static void makeTopics(Map<String, Object> properties, TopicSettings topics)
      throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(properties)) {
      TopicCreation.createMissing(
          admin, Topics.definitions(topics.partitions(), topics.replicationFactor()));
    }
  }
}
