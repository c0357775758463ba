package dev.aidis.standalone;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.standalone.embedded.EmbeddedDatabase;
import dev.aidis.standalone.embedded.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The services as processes of their own, as a team runs them: told everything by environment
 * variables, to a broker by TLS and SASL, to a database by TLS.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServicesIT implements EndToEnd {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final String LOGIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required"
          + " username=\"aidis\" password=\"secret\"";

  @TempDir private static Path temporary;
  private static EmbeddedKafka kafka;
  private static EmbeddedDatabase database;
  private static ServiceProcesses services;
  private static TrackerClient client;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Logging.begin(Path.of("target"));
    Certificate certificate = Certificate.make(temporary);
    kafka = EmbeddedKafka.start(temporary.resolve("kafka"), FreePorts.next(), broker(certificate));
    database =
        EmbeddedDatabase.start(
            temporary.resolve("postgres"),
            temporary.resolve("cache"),
            FreePorts.next(),
            Map.of(
                "ssl", "on",
                "ssl_cert_file", certificate.certificate().toString(),
                "ssl_key_file", certificate.key().toString()));
    String url =
        database.jdbcUrl() + "?sslmode=verify-full&sslrootcert=" + certificate.certificate();
    Path logs = Files.createDirectories(Path.of("target", "services").toAbsolutePath());
    Map<String, String> store =
        Map.of(
            "SPRING_DATASOURCE_URL",
            url,
            "SPRING_DATASOURCE_USERNAME",
            EmbeddedDatabase.NAME,
            "SPRING_DATASOURCE_PASSWORD_FILE",
            secret("password", "not asked for"));
    String token = UUID.randomUUID() + "-" + UUID.randomUUID();
    Map<String, String> front = new HashMap<>(store);
    front.put("AIDIS_INGEST_OWNER", "ada");
    front.put("AIDIS_BIND", "0.0.0.0");
    front.put("AIDIS_TOKEN_FILE", secret("token", token));
    services =
        new ServiceProcesses(
            log(certificate), store, front, Files.createTempDirectory(logs, "run"));
    services.start();
    client = new TrackerClient(new Place(services.http(), token, url, EmbeddedDatabase.NAME, ""));
  }

  /** Clients come in by TLS only, and with a password. */
  private static Map<String, String> broker(Certificate certificate) {
    return Map.ofEntries(
        entry("listener.security.protocol.map", "CLIENTS:SASL_SSL,CONTROLLER:PLAINTEXT"),
        entry("ssl.keystore.type", "PKCS12"),
        entry("ssl.keystore.location", certificate.store().toString()),
        entry("ssl.keystore.password", Certificate.PASSWORD),
        entry("ssl.truststore.type", "PEM"),
        entry("ssl.truststore.location", certificate.certificate().toString()),
        entry("sasl.enabled.mechanisms", "PLAIN"),
        entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
        entry("listener.name.clients.plain.sasl.jaas.config", LOGIN + " user_aidis=\"secret\";"));
  }

  private static Map<String, String> log(Certificate certificate) throws IOException {
    return Map.ofEntries(
        entry("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers()),
        entry("AIDIS_TOPICS_PARTITIONS", "3"),
        entry("SPRING_KAFKA_SECURITY_PROTOCOL", "SASL_SSL"),
        entry("SPRING_KAFKA_SSL_TRUST_STORE_TYPE", "PEM"),
        entry("SPRING_KAFKA_SSL_TRUST_STORE_LOCATION", "file:" + certificate.certificate()),
        entry("SPRING_KAFKA_PROPERTIES_SASL_MECHANISM", "PLAIN"),
        entry("SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG_FILE", secret("jaas", LOGIN + ";")));
  }

  private static String secret(String name, String content) throws IOException {
    return Files.writeString(temporary.resolve(name), content + "\n").toString();
  }

  @AfterAll
  static void stop() {
    client.close();
    services.close();
    kafka.close();
    database.close();
  }

  @Override
  public TrackerClient client() {
    return client;
  }

  @Override
  public void restart() throws IOException, InterruptedException {
    services.stop();
    services.start();
  }

  @Test
  void everyConnectionToTheDatabaseIsEncrypted() throws SQLException {
    assertThat(
            client.rows(
                """
                SELECT DISTINCT a.application_name, s.ssl
                FROM pg_stat_activity a JOIN pg_stat_ssl s USING (pid)
                WHERE a.application_name LIKE 'aidis%' ORDER BY 1
                """))
        .containsExactly("aidis-ingest|t", "aidis-session-sink|t");
  }

  /** The last one: it leaves them stopped. */
  @Order(Integer.MAX_VALUE)
  @Test
  void eachStopsGracefullyWithinTenSeconds() throws IOException, InterruptedException {
    // Given
    client.postNotes("busy", TrackerClient.ids(500));
    assertThat(services.liveness()).containsExactly(200, 200, 200);

    // When
    Map<String, Duration> times = services.stop();

    // Then
    assertThat(times).allSatisfy((service, time) -> assertThat(time).isLessThan(GRACE));
  }
}
