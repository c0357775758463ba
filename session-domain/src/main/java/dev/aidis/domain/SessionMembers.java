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

  /** Files and tasks have their own ranges of keys. */
  enum Kind {
    FILE(0),
    TASK(1);

    private final byte code;

    Kind(int code) {
      this.code = (byte) code;
    }

    /** Stands in stored keys: never changes. */
    public byte code() {
      return code;
    }

    public static Kind of(byte code) {
      return code == FILE.code ? FILE : TASK;
    }
  }

  /** A task's status, as counted. */
  enum TaskStatus {
    TODO(0),
    IN_PROGRESS(1),
    COMPLETED(2);

    private static final List<TaskStatus> BY_CODE = List.of(TODO, IN_PROGRESS, COMPLETED);

    private final byte code;

    TaskStatus(int code) {
      this.code = (byte) code;
    }

    /** Stands in stored values: never changes. */
    public byte code() {
      return code;
    }

    public static TaskStatus of(byte code) {
      return BY_CODE.get(code);
    }
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
