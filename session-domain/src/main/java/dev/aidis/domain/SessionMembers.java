package dev.aidis.domain;

import dev.aidis.schemas.Position;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The distinct files and tasks of each session, so that a file or a task is counted once however
 * often it is touched.
 */
public interface SessionMembers {

  /** Files and tasks have their own ranges of keys. The order is part of the stored format. */
  enum Kind {
    FILE,
    TASK
  }

  /** A task's status, as counted. The order is part of the stored format. */
  enum TaskStatus {
    TODO,
    IN_PROGRESS,
    COMPLETED
  }

  /**
   * @param key of a file, made from its path; of a task, its id
   * @param status absent for a file
   * @param toldAt by the activity that told it last
   */
  record Member(Kind kind, UUID key, @Nullable TaskStatus status, Position toldAt) {}

  @Nullable Member find(UUID sessionId, Kind kind, UUID key);

  void put(UUID sessionId, Member member);

  /** Forgets all members of the session and returns what they were. */
  List<Member> removeAll(UUID sessionId);
}
