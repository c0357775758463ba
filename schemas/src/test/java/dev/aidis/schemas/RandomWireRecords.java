package dev.aidis.schemas;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Random valid wire records for tests: absent and empty values, all alphabets, the bounds
 * themselves. The same seed gives the same records, so a test that fails must print its seed.
 */
public final class RandomWireRecords {
  private static final List<ActivityType> TYPES = List.of(ActivityType.values());
  private static final List<Closure> CLOSURES = List.of(Closure.values());
  private static final List<GoalVerdict.Answer> ANSWERS = List.of(GoalVerdict.Answer.values());
  private static final int MAX_ITEMS = 30;

  private final RandomValues values;

  public RandomWireRecords(long seed) {
    this.values = new RandomValues(seed);
  }

  public TrackerKey trackerKey() {
    return new TrackerKey(
        values.name(TrackerKey.MAX_LENGTH),
        values.flag() ? TrackerKey.MAIN : values.name(TrackerKey.MAX_LENGTH));
  }

  public Activity activity() {
    return activity(trackerKey(), values.timeUpTo(ActivityLimits.LATEST));
  }

  /** One of that tracker key and time, for streams of them. */
  public Activity activity(TrackerKey key, Instant occurredAt) {
    return Activity.builder(values.uuid(), type())
        .occurredAt(occurredAt)
        .receivedAt(values.timeUpTo(ActivityLimits.LATEST))
        .claimedAt(values.optional(() -> values.timeUpTo(ActivityLimits.LATEST_CLAIM)))
        .owner(key.owner())
        .workspace(key.workspace())
        .machine(values.name(ActivityLimits.SHORT))
        .client(shortText())
        .clientSession(shortText())
        .project(shortText())
        .repo(text())
        .branch(text())
        .head(shortText())
        .aiModel(shortText())
        .aiProvider(shortText())
        .aiInvolved(values.flag())
        .description(text())
        .taskId(values.optional(values::uuid))
        .contextId(values.optional(values::uuid))
        .decisionId(values.optional(values::uuid))
        .filePath(text())
        .linesAdded(values.optional(() -> values.number(0, ActivityLimits.LINES)))
        .linesRemoved(values.optional(() -> values.number(0, ActivityLimits.LINES)))
        .title(text())
        .body(values.optional(() -> values.text(ActivityLimits.BODY)))
        .taskStatus(values.optional(() -> values.pick(List.of("todo", "in_progress", "completed"))))
        .tags(values.list(ActivityLimits.TAGS, () -> values.name(ActivityLimits.TAG)))
        .attributes(attributes())
        .build();
  }

  public Position position() {
    return new Position(values.timeUpTo(ActivityLimits.LATEST), values.number(0, 2), values.uuid());
  }

  public Session session() {
    return session(trackerKey());
  }

  public Session session(TrackerKey key) {
    Position[] range = {position(), position()};
    Arrays.sort(range);
    return new Session(
        values.uuid(),
        key,
        range[0],
        range[1],
        values.flag(),
        values.optional(this::position),
        values.flag(),
        values.flag(),
        values.pick(CLOSURES),
        values.count(),
        values.timeUpTo(ActivityLimits.LATEST),
        values.timeUpTo(ActivityLimits.LATEST),
        values.flag(),
        Duration.ofMillis(values.count()),
        Duration.ofMillis(values.count()),
        latest(),
        latest(),
        latest(),
        texts(),
        texts(),
        texts(),
        values.list(MAX_ITEMS, this::modelUse),
        counters(),
        values.optional(this::goalVerdict));
  }

  public SessionUpdate sessionUpdate() {
    TrackerKey key = trackerKey();
    Activity activity =
        values.optional(() -> activity(key, values.timeUpTo(ActivityLimits.LATEST)));
    List<Session> changed = values.list(3, () -> session(key));
    return new SessionUpdate(
        key,
        activity,
        values.optional(values::uuid),
        activity == null && changed.isEmpty() ? List.of(session(key)) : changed,
        values.list(MAX_ITEMS, values::uuid),
        values.flag());
  }

  private String type() {
    return values.oneIn(10) ? "future_type_" + values.number(0, 99) : values.pick(TYPES).wireName();
  }

  private @Nullable String shortText() {
    return values.optional(() -> values.text(ActivityLimits.SHORT));
  }

  private @Nullable String text() {
    return values.optional(() -> values.text(ActivityLimits.TEXT));
  }

  private List<String> texts() {
    return values.list(MAX_ITEMS, () -> values.name(ActivityLimits.SHORT)).stream()
        .distinct()
        .sorted()
        .toList();
  }

  private Map<String, String> attributes() {
    Map<String, String> attributes = new HashMap<>();
    values
        .list(ActivityLimits.ATTRIBUTES, () -> values.name(ActivityLimits.SHORT))
        .forEach(name -> attributes.put(name, values.text(ActivityLimits.TEXT)));
    return attributes;
  }

  private @Nullable Latest latest() {
    return values.optional(() -> new Latest(values.text(ActivityLimits.BODY), position()));
  }

  private ModelUse modelUse() {
    Instant[] range = {
      values.timeUpTo(ActivityLimits.LATEST), values.timeUpTo(ActivityLimits.LATEST)
    };
    Arrays.sort(range);
    return new ModelUse(
        values.name(ActivityLimits.SHORT), shortText(), range[0], range[1], 1 + values.count() / 2);
  }

  private Counters counters() {
    return new Counters(
        values.count(),
        values.count(),
        values.count(),
        values.count(),
        values.count(),
        values.count(),
        values.count(),
        values.count(),
        values.count(),
        values.count(),
        values.count(),
        values.count(),
        values.count(),
        values.count(),
        values.count(),
        values.count(),
        usage());
  }

  private TokenUsage usage() {
    return new TokenUsage(
        values.count(), values.count(), values.count(), values.count(), values.count());
  }

  private GoalVerdict goalVerdict() {
    return new GoalVerdict(
        values.pick(ANSWERS), values.optional(() -> values.text(ActivityLimits.BODY)), position());
  }
}
