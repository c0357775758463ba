package dev.aidis.ingest;

import dev.aidis.ingest.mcp.tool.Sources;
import dev.aidis.ingest.session.SessionTexts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/** What the reading tools answer from, in UTC. */
public final class FakeSources {
  private FakeSources() {}

  public static Sources of(
      FakeSessions sessions, FakeAnswers answers, FakeItems items, Instant now) {
    return new Sources(
        sessions,
        sessions,
        sessions,
        _ -> List.of(),
        sessions,
        FakeAnswers::context,
        answers::statistics,
        answers::patterns,
        FakeAnswers::comparison,
        FakeItems::completedTasks,
        FakeItems::latestDecisions,
        items::tasks,
        items::decisions,
        items::context,
        FakeItems::projects,
        new SessionTexts(ZoneOffset.UTC, InstantSource.fixed(now)));
  }
}
