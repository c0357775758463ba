package dev.aidis.domain.scenario;

import dev.aidis.domain.ReaderOfUpdates;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a reader of the updates knows: the sessions, what they hold, where they came from. */
final class PublishedSessions {
  private static final Comparator<Session> BY_TIME =
      Comparator.comparing(Session::first).thenComparing(s -> s.trackerKey().workspace());

  private final Scenario scenario;
  private final ReaderOfUpdates reader = new ReaderOfUpdates();
  private final Map<UUID, Activity> activities = new HashMap<>();
  private final Map<UUID, String> madeBy = new HashMap<>();
  private final Map<UUID, List<String>> absorbed = new HashMap<>();

  PublishedSessions(Scenario scenario) {
    this.scenario = scenario;
  }

  void read(List<SessionUpdate> updates) {
    updates.forEach(this::read);
  }

  private void read(SessionUpdate update) {
    Activity activity = update.activity();
    if (activity != null) {
      activities.put(activity.id(), activity);
      for (Session session : update.changed()) {
        madeBy.putIfAbsent(session.id(), nameOf(activity));
      }
    }
    for (UUID gone : update.absorbed()) {
      absorb(gone, update.changed());
    }
    reader.read(update);
  }

  private void absorb(UUID gone, List<Session> changed) {
    Session before = reader.sessions().get(gone);
    if (before == null) {
      return; // the reader says so
    }
    Position first = before.first();
    for (Session session : changed) {
      if (!first.isBefore(session.first()) && !first.isAfter(session.last())) {
        List<String> names = absorbed.computeIfAbsent(session.id(), id -> new ArrayList<>());
        names.addAll(absorbed.getOrDefault(gone, List.of()));
        names.add(madeBy.getOrDefault(gone, "?"));
      }
    }
  }

  List<FoundSession> sessions() {
    return reader.sessions().values().stream()
        .sorted(BY_TIME)
        .map(
            session ->
                new FoundSession(
                    session,
                    heldBy(session.id()),
                    madeBy.getOrDefault(session.id(), "?"),
                    absorbed.getOrDefault(session.id(), List.of()).stream().sorted().toList()))
        .toList();
  }

  private List<String> heldBy(UUID session) {
    return activities.values().stream()
        .filter(activity -> session.equals(reader.assignments().get(activity.id())))
        .sorted(Comparator.comparing(Activity::position))
        .map(this::nameOf)
        .toList();
  }

  private String nameOf(Activity activity) {
    String label = scenario.labels().get(activity.id());
    return label == null ? scenario.times().text(activity.occurredAt()).replace(' ', 'T') : label;
  }
}
