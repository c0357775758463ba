package dev.aidis.sink.intake;

import dev.aidis.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Stores dropped records on {@link Topics#DEAD_LETTERS}, with the reason in headers. */
public final class KafkaDeadLetters implements DeadLetters {
  private static final String STAGE = "session-sink";

  private final Producer<byte[], byte[]> producer;

  public KafkaDeadLetters(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  @Override
  public void store(ConsumerRecord<byte[], byte[]> dropped, DropReason reason, String message) {
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(
            Topics.DEAD_LETTERS, null, dropped.key(), dropped.value(), dropped.headers());
    header(letter, "aidis.reason", reason.wireName());
    header(letter, "aidis.message", message);
    header(letter, "aidis.stage", STAGE);
    header(letter, "aidis.source-topic", dropped.topic());
    header(letter, "aidis.source-partition", Integer.toString(dropped.partition()));
    header(letter, "aidis.source-offset", Long.toString(dropped.offset()));
    send(letter);
  }

  private static void header(ProducerRecord<byte[], byte[]> letter, String name, String value) {
    letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private void send(ProducerRecord<byte[], byte[]> letter) {
    try {
      producer.send(letter).get();
    } catch (ExecutionException e) {
      throw new KafkaException("a dead letter is not stored", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
