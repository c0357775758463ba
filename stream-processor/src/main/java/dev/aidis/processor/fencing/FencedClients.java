package dev.aidis.processor.fencing;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * The clients of Kafka Streams, as it makes them itself, but each transaction of a stream thread
 * contains an offset. To be used with exactly-once only.
 */
public final class FencedClients implements KafkaClientSupplier {
  private static final String OF_CONSUMER = "-consumer";
  private static final String OF_PRODUCER = "-producer";

  /** The main ones, by the name of their thread, which makes its producer before its consumer. */
  private final Map<String, Consumer<byte[], byte[]>> consumers = new ConcurrentHashMap<>();

  @Override
  public Admin getAdmin(Map<String, Object> config) {
    return Admin.create(config);
  }

  @Override
  public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
    String thread = threadOf(config, OF_PRODUCER);
    return new FencedProducer(config, () -> OwnedOffset.of(consumerOf(thread)));
  }

  @Override
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
    Consumer<byte[], byte[]> consumer = plainConsumer(config);
    consumers.put(threadOf(config, OF_CONSUMER), consumer);
    return consumer;
  }

  @Override
  public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
    return plainConsumer(config);
  }

  @Override
  public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
    return plainConsumer(config);
  }

  private Consumer<byte[], byte[]> consumerOf(String thread) {
    return Objects.requireNonNull(consumers.get(thread), () -> "no consumer of " + thread);
  }

  private static Consumer<byte[], byte[]> plainConsumer(Map<String, Object> config) {
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Kafka Streams names both clients of a thread by it. */
  private static String threadOf(Map<String, Object> config, String ending) {
    String clientId = String.valueOf(config.get(ProducerConfig.CLIENT_ID_CONFIG));
    if (!clientId.endsWith(ending)) {
      throw new IllegalArgumentException(
          "client.id '%s' does not end with '%s'".formatted(clientId, ending));
    }
    return clientId.substring(0, clientId.length() - ending.length());
  }
}
