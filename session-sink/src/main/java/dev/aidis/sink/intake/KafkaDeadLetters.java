package dev.aidis.sink.intake;

import dev.aidis.schemas.DeadLetter;
import dev.aidis.schemas.Topics;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Stores dropped records on {@link Topics#DEAD_LETTERS}, with the reason in headers. */
public final class KafkaDeadLetters implements DeadLetters {
  private final Producer<byte[], byte[]> producer;

  public KafkaDeadLetters(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  @Override
  public void store(ConsumerRecord<byte[], byte[]> dropped, DropReason reason, String message) {
    DeadLetter why =
        new DeadLetter(
            Drops.STAGE,
            reason.wireName(),
            message,
            new DeadLetter.Source(dropped.topic(), dropped.partition(), dropped.offset()));
    send(why.letter(dropped.key(), dropped.value(), dropped.headers()));
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
