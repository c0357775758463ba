package dev.aidis.ingest.activity;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.AppendTime;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.TraceHeaders;
import dev.aidis.service.tracing.Step;
import dev.aidis.service.tracing.Tracing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes to {@link Topics#ACTIVITIES} and waits until every in-sync replica has the records.
 *
 * <p>A broker that is away is an error within about ten seconds. An activity whose failure was
 * reported may still have been written: the caller sends it again with the same id, which counts
 * once.
 */
public final class KafkaActivityPublisher
    implements ActivityPublisher, HistoryPublisher, AutoCloseable {
  private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration MAX_BLOCK = Duration.ofSeconds(5);
  private static final Duration LINGER = Duration.ofMillis(2);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
  private static final int BATCH_BYTES = 128 * 1024;

  private final Producer<byte[], byte[]> producer;
  private final ActivityEncoder encoder;
  private final Tracing tracing;

  KafkaActivityPublisher(
      Producer<byte[], byte[]> producer, ActivityEncoder encoder, Tracing tracing) {
    this.producer = producer;
    this.encoder = encoder;
    this.tracing = tracing;
  }

  /**
   * Connects to a broker.
   *
   * @param connection bootstrap servers, security and whatever else is configured for the client
   */
  public static KafkaActivityPublisher connect(
      Map<String, Object> connection, ActivityEncoder encoder, Tracing tracing) {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES);
    config.put(ProducerConfig.LINGER_MS_CONFIG, millis(LINGER));
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK.toMillis());
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(REQUEST_TIMEOUT));
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(DELIVERY_TIMEOUT));
    config.put(ProducerConfig.CLIENT_ID_CONFIG, "aidis-ingest");
    ByteArraySerializer bytes = new ByteArraySerializer();
    return new KafkaActivityPublisher(new KafkaProducer<>(config, bytes, bytes), encoder, tracing);
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }

  @Override
  public List<Delivery> publish(List<Activity> activities) {
    try (Step step = tracing.sending(Topics.ACTIVITIES, activities.size())) {
      List<Header> trace = currentTrace();
      try {
        List<Delivery> deliveries = publish(activities, _ -> trace);
        if (!deliveries.stream().allMatch(Delivery::isAcknowledged)) {
          step.failed("not acknowledged");
        }
        return deliveries;
      } catch (LogUnavailableException e) {
        step.failed("log unavailable");
        throw e;
      }
    }
  }

  private List<Header> currentTrace() {
    if (!tracing.isOn()) {
      return List.of();
    }
    List<Header> fields = new ArrayList<>();
    tracing.tell((field, text) -> fields.add(TraceHeaders.of(field, text)));
    return fields;
  }

  /** Of no trace: it would make as many steps as a history has activities. */
  @Override
  public List<Delivery> publishHistory(List<LoggedActivity> activities) {
    return publish(
        activities.stream().map(LoggedActivity::activity).toList(),
        number -> List.of(AppendTime.header(activities.get(number).appendedAt())));
  }

  /**
   * @param headers of the activity of that number
   */
  private List<Delivery> publish(List<Activity> activities, IntFunction<List<Header>> headers) {
    List<Future<?>> sent = sendAll(activities, headers);
    List<Delivery> deliveries = new ArrayList<>(activities.size());
    Throwable away = null;
    for (int i = 0; i < activities.size(); i++) {
      UUID id = activities.get(i).id();
      Throwable failure = failureOf(sent.get(i));
      away = failure == null || isAboutTheRecord(failure) ? away : failure;
      deliveries.add(
          failure == null ? Delivery.acknowledged(id) : Delivery.failed(id, sentence(failure)));
    }
    if (away != null && deliveries.stream().noneMatch(Delivery::isAcknowledged)) {
      throw new LogUnavailableException(sentence(away), away);
    }
    return deliveries;
  }

  /** Sends in order; once the log turns out to be away, the rest is not tried and fails alike. */
  private List<Future<?>> sendAll(List<Activity> activities, IntFunction<List<Header>> headers) {
    List<Future<?>> sent = new ArrayList<>(activities.size());
    Future<?> away = null;
    for (int i = 0; i < activities.size(); i++) {
      Future<?> one = away == null ? send(activities.get(i), headers.apply(i)) : away;
      sent.add(one);
      away = isAway(one) ? one : null;
    }
    return sent;
  }

  private Future<?> send(Activity activity, List<Header> headers) {
    try {
      byte[] key = activity.trackerKey().toString().getBytes(StandardCharsets.UTF_8);
      byte[] value = encoder.encode(activity);
      return producer.send(new ProducerRecord<>(Topics.ACTIVITIES, null, key, value, headers));
    } catch (KafkaException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static boolean isAway(Future<?> sent) {
    return sent.isDone() && failureOf(sent) instanceof TimeoutException;
  }

  private static @Nullable Throwable failureOf(Future<?> sent) {
    try {
      sent.get(MAX_BLOCK.plus(DELIVERY_TIMEOUT).toMillis(), TimeUnit.MILLISECONDS);
      return null;
    } catch (ExecutionException e) {
      return e.getCause() == null ? e : e.getCause();
    } catch (java.util.concurrent.TimeoutException e) {
      return e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e;
    }
  }

  /** Whether another record would have been taken. */
  private static boolean isAboutTheRecord(Throwable failure) {
    return failure instanceof RecordTooLargeException || failure instanceof SerializationException;
  }

  private static String sentence(Throwable failure) {
    if (isAboutTheRecord(failure)) {
      return "the activity is too large for Kafka ("
          + failure.getMessage()
          + "); shorten its texts";
    }
    return "not recorded: Kafka did not acknowledge in time ("
        + failure.getMessage()
        + "); check that the broker is running, then send it again with the same id";
  }

  @Override
  public void close() {
    producer.close(CLOSE_TIMEOUT);
  }
}
