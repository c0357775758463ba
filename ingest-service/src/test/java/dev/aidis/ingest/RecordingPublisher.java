package dev.aidis.ingest;

import dev.aidis.ingest.activity.ActivityPublisher;
import dev.aidis.ingest.activity.Delivery;
import dev.aidis.ingest.activity.HistoryPublisher;
import dev.aidis.ingest.activity.LogUnavailableException;
import dev.aidis.ingest.activity.LoggedActivity;
import dev.aidis.schemas.Activity;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Keeps what is published, batch by batch. */
public final class RecordingPublisher implements ActivityPublisher, HistoryPublisher {
  private final List<List<Activity>> batches = new CopyOnWriteArrayList<>();
  private final List<LoggedActivity> history = new CopyOnWriteArrayList<>();
  private volatile Function<Activity, Delivery> outcome = RecordingPublisher::acknowledge;

  @Override
  public List<Delivery> publish(List<Activity> activities) {
    List<Delivery> deliveries = activities.stream().map(outcome).toList();
    batches.add(List.copyOf(activities));
    return deliveries;
  }

  @Override
  public List<Delivery> publishHistory(List<LoggedActivity> activities) {
    history.addAll(activities);
    return publish(activities.stream().map(LoggedActivity::activity).toList());
  }

  /** What was published with the time of its first appending. */
  public List<LoggedActivity> history() {
    return List.copyOf(history);
  }

  private static Delivery acknowledge(Activity activity) {
    return Delivery.acknowledged(activity.id());
  }

  /** Forgets everything; works again. */
  public void reset() {
    batches.clear();
    history.clear();
    outcome = RecordingPublisher::acknowledge;
  }

  public List<List<Activity>> batches() {
    return List.copyOf(batches);
  }

  public List<Activity> published() {
    return batches.stream().flatMap(List::stream).toList();
  }

  /** From now on the log is away. */
  public void breakDown() {
    outcome =
        one -> {
          throw new LogUnavailableException("Kafka is away; start it and send again", null);
        };
  }

  public void answer(Function<Activity, Delivery> deliveries) {
    outcome = deliveries;
  }
}
