package dev.aidis.standalone.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aidis.schemas.Activity;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells activities over REST, as a client does that wants none lost: what an ingest service does not
 * acknowledge is told again, with the same ids, to the next one.
 */
final class HttpTelling implements Telling, AutoCloseable {
  private static final Set<String> NOT_TOLD = Set.of("receivedAt", "originalOccurredAt");
  private static final int BATCH = 100;
  private static final int TELLERS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<String> ingests;
  private final String token;
  private final BlockingQueue<Activity> queue = new ArrayBlockingQueue<>(50_000);
  private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicLong onTheWay = new AtomicLong();
  private final AtomicLong refusals = new AtomicLong();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  private volatile @Nullable String refused;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService tellers = Executors.newFixedThreadPool(TELLERS);

  HttpTelling(List<String> ingests, String token) {
    this.ingests = ingests;
    this.token = token;
    for (int teller = 0; teller < TELLERS; teller++) {
      int first = teller;
      tellers.execute(() -> tell(first));
    }
  }

  @Override
  public void send(Activity activity) {
    onTheWay.incrementAndGet();
    if (!queue.offer(activity)) {
      onTheWay.decrementAndGet(); // nobody has promised anything about it
    }
  }

  @Override
  public void flush() {
    await("all to be acknowledged")
        .atMost(Duration.ofSeconds(90))
        .failFast(() -> assertThat(refused).isNull())
        .until(() -> onTheWay.get() == 0);
  }

  /** What some ingest service has acknowledged. */
  Set<UUID> acknowledged() {
    return new HashSet<>(acknowledged);
  }

  /** Requests that were not acknowledged, and were made again. */
  long refusals() {
    return refusals.get();
  }

  @Override
  public void close() {
    closing.countDown();
    tellers.close();
    http.close();
  }

  private void tell(int first) {
    int ingest = first;
    List<Activity> batch = new ArrayList<>();
    try {
      while (closing.getCount() > 0) {
        if (batch.isEmpty()) {
          Activity next = queue.poll(100, TimeUnit.MILLISECONDS);
          if (next == null) {
            continue;
          }
          batch.add(next);
          queue.drainTo(batch, BATCH - 1);
        }
        if (isAcknowledged(batch, ingests.get(ingest % ingests.size()))) {
          batch.forEach(activity -> acknowledged.add(activity.id()));
          onTheWay.addAndGet(-batch.size());
          batch.clear();
        } else {
          refusals.incrementAndGet();
          ingest++;
          var _ = closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isAcknowledged(List<Activity> batch, String ingest) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ingest + "/api/v1/activities"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(body(batch)))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      boolean taken = answer.statusCode() / 100 == 2;
      if (answer.statusCode() / 100 == 4 || (taken && !answer.body().contains("\"rejected\":0"))) {
        refused = answer.body();
      }
      return answer.statusCode() / 100 == 2
          && answer.body().contains("\"accepted\":" + batch.size());
    } catch (IOException e) {
      return false;
    }
  }

  private static String body(List<Activity> batch) {
    return JSON.writeValueAsString(
        Map.of("activities", batch.stream().map(HttpTelling::fields).toList()));
  }

  private static Map<String, Object> fields(Activity activity) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (RecordComponent component : Activity.class.getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(activity);
        boolean empty =
            value == null
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
        if (!empty && !NOT_TOLD.contains(component.getName())) {
          boolean plain =
              value instanceof Number
                  || value instanceof Boolean
                  || value instanceof List<?>
                  || value instanceof Map<?, ?>;
          fields.put(component.getName(), plain ? value : String.valueOf(value));
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return fields;
  }
}
