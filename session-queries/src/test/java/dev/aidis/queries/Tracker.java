package dev.aidis.queries;

import dev.aidis.domain.SessionMembers;
import dev.aidis.domain.SessionRules;
import dev.aidis.domain.Sessionizer;
import dev.aidis.domain.TrackerHistory;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Ids;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.TrackerKey;
import dev.aidis.sink.write.BatchWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes what one owner does, in the order it happens, as the pipeline does. */
public final class Tracker {
  private final Sessionizer sessionizer = new Sessionizer(SessionRules.DEFAULT);
  private final History history = new History();
  private final List<SessionUpdate> updates = new ArrayList<>();
  private final TrackerKey key;

  public Tracker(String owner) {
    this(owner, TrackerKey.MAIN);
  }

  public Tracker(String owner, String workspace) {
    key = new TrackerKey(owner, workspace);
  }

  /** An activity on 2 March 2026 at a time such as 09:30, with an id made of the number. */
  public ActivityBuilder activity(int number, ActivityType type, String time) {
    return activity(id(number), type, at(time));
  }

  public ActivityBuilder activity(UUID id, ActivityType type, Instant time) {
    return Activity.builder(id, type)
        .occurredAt(time)
        .owner(key.owner())
        .workspace(key.workspace())
        .machine("laptop")
        .project("aidis");
  }

  public static Instant at(String time) {
    return Instant.parse("2026-03-02T" + time + ":00Z");
  }

  public static UUID id(int number) {
    return new UUID(0, number);
  }

  public Tracker did(int number, ActivityType type, String time) {
    return did(activity(number, type, time));
  }

  /** At a time such as 2026-03-29T01:30Z, with an id of its own. */
  public Tracker did(ActivityType type, String time) {
    Instant at = Instant.parse(time);
    return did(activity(Ids.nameBased(key + " " + at + " " + type), type, at));
  }

  public Tracker did(ActivityBuilder builder) {
    Activity activity = builder.build();
    updates.add(sessionizer.accept(activity, activity.receivedAt(), history).toUpdate(activity));
    return this;
  }

  public List<Session> sessions() {
    return List.copyOf(history.sessions);
  }

  public Session lastSession() {
    return history.sessions.getLast();
  }

  public void writeTo(DataSource database) throws SQLException {
    new BatchWriter(database).write(Set.of(0), updates);
  }

  /** Knows only what activities in the order of time ask for. */
  private static final class History implements TrackerHistory, SessionMembers {
    private final List<Session> sessions = new ArrayList<>();
    private final Map<String, Member> members = new HashMap<>();
    private @Nullable Position frontier;

    @Override
    public @Nullable Session latest() {
      return sessions.isEmpty() ? null : sessions.getLast();
    }

    @Override
    public @Nullable Position frontier() {
      return frontier;
    }

    @Override
    public void replace(List<Session> old, List<Session> now) {
      sessions.removeAll(old);
      sessions.addAll(now);
    }

    @Override
    public void add(Activity activity) {
      frontier = activity.position();
    }

    @Override
    public SessionMembers members() {
      return this;
    }

    @Override
    public @Nullable Member find(UUID sessionId, Kind kind, UUID key) {
      return members.get(sessionId + " " + kind + " " + key);
    }

    @Override
    public void put(UUID sessionId, Member member) {
      members.put(sessionId + " " + member.kind() + " " + member.key(), member);
    }

    @Override
    public List<Member> removeAll(UUID sessionId) {
      throw new UnsupportedOperationException("nothing is late here");
    }

    @Override
    public @Nullable Session atOrBefore(Position position) {
      throw new UnsupportedOperationException("nothing is late here");
    }

    @Override
    public @Nullable Session after(Position position) {
      throw new UnsupportedOperationException("nothing is late here");
    }

    @Override
    public @Nullable Activity activityBefore(Position position) {
      throw new UnsupportedOperationException("nothing is late here");
    }

    @Override
    public @Nullable Activity activityAfter(Position position) {
      throw new UnsupportedOperationException("nothing is late here");
    }

    @Override
    public void forEachActivity(Position first, Position last, Consumer<Activity> action) {
      throw new UnsupportedOperationException("nothing is late here");
    }
  }
}
