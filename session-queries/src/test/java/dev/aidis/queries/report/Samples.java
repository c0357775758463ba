package dev.aidis.queries.report;

import dev.aidis.queries.ActivityView;
import dev.aidis.queries.FileList;
import dev.aidis.queries.FileView;
import dev.aidis.queries.SessionView;
import dev.aidis.schemas.Counters;
import dev.aidis.schemas.TokenUsage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions and what belongs to them, as the database would tell them. */
final class Samples {
  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private Samples() {}

  static SessionView session(
      long number, String status, @Nullable String goal, @Nullable String notes) {
    return session(number, "ada", "aidis", status, goal, notes);
  }

  static SessionView session(
      long number,
      String owner,
      String project,
      String status,
      @Nullable String goal,
      @Nullable String notes) {
    boolean open = status.equals("active") || status.equals("paused");
    return new SessionView(
        number,
        new UUID(0, number),
        owner,
        "main",
        project,
        START,
        START.plusSeconds(5400),
        open ? null : START.plusSeconds(5400),
        90,
        80,
        0,
        status,
        goal,
        notes,
        List.of("bug-fix", "refactor"),
        List.of("laptop"),
        List.of("claude-code/2.1"),
        "c-1",
        "claude-opus-4",
        "anthropic",
        new Counters(
            12,
            3,
            2,
            1,
            0,
            1,
            2,
            2,
            3,
            2,
            100,
            10,
            20,
            5,
            4,
            9,
            new TokenUsage(480, 1_120, 4_000, 0, 3_240)),
        new BigDecimal("64.67"),
        false,
        12,
        goal == null ? null : "partial",
        goal == null ? null : "B7 is right; <b>B9</b> is not");
  }

  /** A session of which next to nothing was told. */
  static SessionView bare(String status) {
    return new SessionView(
        7,
        new UUID(0, 7),
        "ada",
        "main",
        null,
        START,
        START,
        status.equals("active") ? null : START,
        1,
        0,
        0,
        status,
        null,
        null,
        List.of(),
        List.of("laptop"),
        List.of(),
        null,
        null,
        null,
        Counters.NONE,
        status.equals("active") ? null : new BigDecimal("0.00"),
        false,
        1,
        null,
        null);
  }

  /** Two of them, of so many. */
  static FileList files(long all) {
    return new FileList(List.of(file("src/A.java", 2, 0), file("README.md", 0, 2)), all);
  }

  static FileView file(String path, long modified, long mentions) {
    return new FileView(path, modified, mentions, 10, 1, START, START);
  }

  static ActivityView activity(Instant at, String type, @Nullable String description) {
    return new ActivityView(
        new UUID(0, at.getEpochSecond()),
        type,
        at,
        "laptop",
        null,
        "aidis",
        false,
        null,
        description,
        null,
        null,
        null,
        null,
        type.startsWith("file") ? "src/A.java" : null,
        type.equals("file_modified") ? 12 : null,
        type.equals("file_modified") ? 3 : null,
        List.of());
  }
}
