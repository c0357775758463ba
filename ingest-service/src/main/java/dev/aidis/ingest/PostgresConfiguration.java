package dev.aidis.ingest;

import dev.aidis.ingest.health.PostgresHealth;
import dev.aidis.ingest.session.PostgresSignals;
import dev.aidis.ingest.session.ProjectChoice;
import dev.aidis.ingest.session.ProjectSource;
import dev.aidis.ingest.session.Visibility;
import dev.aidis.queries.ProjectQueries;
import dev.aidis.queries.SessionQueries;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The ports over Postgres. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
@Import(AnswersConfiguration.class)
class PostgresConfiguration {
  /** Only for signals that got lost. */
  private static final Duration POLL = Duration.ofMillis(250);

  @Bean
  PostgresSignals signals(DataSourceProperties database) {
    return PostgresSignals.listen(
        () ->
            DriverManager.getConnection(
                database.determineUrl(),
                database.determineUsername(),
                database.determinePassword()));
  }

  @Bean
  Visibility visibility(SessionQueries queries, PostgresSignals signals, IngestSettings settings) {
    return new Visibility(
        activity ->
            queries.isWritten(activity.trackerKey().owner(), activity.id(), activity.occurredAt()),
        signals,
        settings.visibilityTimeout(),
        POLL);
  }

  @Bean
  ProjectSource projectSource(DataSource database, IngestSettings settings, InstantSource clock) {
    ProjectQueries projects = new ProjectQueries(database);
    return new ProjectChoice(
        projects::lastOf,
        projects::defaultProject,
        projects::newest,
        settings.defaultProject(),
        clock);
  }

  @Bean
  PostgresHealth postgresHealthIndicator(DataSource database) {
    return new PostgresHealth(database);
  }
}
