package dev.aidis.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aidis.standalone.FreePorts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledBrokerIT {
  @TempDir private Path temporary;

  @Test
  void aTransactionThatAKilledBrokerLeftOpenEndsOnEveryPartition()
      throws IOException, InterruptedException {
    // Given
    Path directory = temporary.resolve("kafka");
    int port = FreePorts.next();
    assertThat(dyingBroker(directory, port).waitFor()).isEqualTo(9);
    assertThat(KilledBroker.diedIn(directory)).isTrue();

    // When
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, port);
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {

      // Then
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(committedEnds(admin))
                      .hasSize(DyingBrokerMain.PARTITIONS)
                      .allSatisfy((partition, end) -> assertThat(end).isEqualTo(2)));
    }
    assertThat(KilledBroker.diedIn(directory)).isFalse();
  }

  /** Where readers of committed records stop: before the first transaction that has no end. */
  private static Map<Integer, Long> committedEnds(Admin admin)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest =
        IntStream.range(0, DyingBrokerMain.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(DyingBrokerMain.TOPIC, partition))
            .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
    return admin
        .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .all()
        .get()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(e -> e.getKey().partition(), e -> e.getValue().offset()));
  }

  private Process dyingBroker(Path directory, int port) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DyingBrokerMain.class.getName(),
                directory.toString(),
                Integer.toString(port)))
        .redirectErrorStream(true)
        .redirectOutput(temporary.resolve("broker.out").toFile())
        .start();
  }
}
