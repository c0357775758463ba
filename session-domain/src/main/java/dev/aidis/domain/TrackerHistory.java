package dev.aidis.domain;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.Session;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one tracker key: its sessions, which never overlap, and its activities. Not
 * thread-safe.
 *
 * <p>"Before" and "after" are strict.
 */
public interface TrackerHistory {

  /** The session that is last in time. */
  @Nullable Session latest();

  /** The position of the last activity, also where that belongs to no session. */
  @Nullable Position frontier();

  /** The last session whose first activity is at the position or before it. */
  @Nullable Session atOrBefore(Position position);

  /** The first session whose first activity is after the position. */
  @Nullable Session after(Position position);

  /** Takes the old sessions out and puts the new ones (in time order) in. */
  void replace(List<Session> old, List<Session> now);

  void add(Activity activity);

  @Nullable Activity activityBefore(Position position);

  @Nullable Activity activityAfter(Position position);

  /**
   * Calls the action for each activity from the first to the last position, both included, in
   * order.
   */
  void forEachActivity(Position first, Position last, Consumer<Activity> action);

  SessionMembers members();
}
