package dev.aidis.git;

/**
 * One of one's own commits that came or went.
 *
 * @param lines its own
 */
public record MeasuredCommit(String sha, String subject, Lines lines, Reason reason) {

  /** Why it counts, or does not. */
  public enum Reason {
    /** Made here since the last measurement: its lines count. */
    NEW(1),
    /** Amended, rebased, reset or deleted: its lines no longer count. */
    GONE(-1),
    /** The same work stands in another commit that counts already: picked, or rebased. */
    COPY(0),
    /** Pulled: it was made, and is counted, elsewhere. */
    ELSEWHERE(0),
    /**
     * Its branch came or went, but a commit made elsewhere holds the branch's whole change, as when
     * a hosting service squashes a pull request: what was counted stays counted, once.
     */
    MERGED(0);

    private final int sign;

    Reason(int sign) {
      this.sign = sign;
    }
  }

  /** What it adds to the count; negative for one that is gone. */
  public Lines counted() {
    return new Lines(reason.sign * lines.added(), reason.sign * lines.removed());
  }
}
