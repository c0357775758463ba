package dev.aidis.ingest.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.FakeAnswers;
import dev.aidis.ingest.FakeItems;
import dev.aidis.ingest.FakeSessions;
import dev.aidis.ingest.FakeSources;
import dev.aidis.ingest.RecordingPublisher;
import dev.aidis.ingest.activity.ActivityRecorder;
import dev.aidis.ingest.mcp.tool.McpTools;
import dev.aidis.ingest.session.CurrentWork;
import dev.aidis.ingest.session.SessionEffects;
import dev.aidis.ingest.session.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GuideTest {
  private static final Pattern NAME_OF_A_TOOL = Pattern.compile("[a-z]+_[a-z_]+");

  @Test
  void guidesNameToolsThatThereAre() {
    // Given
    List<String> known = new ArrayList<>(tools().names());
    known.add("in_progress");
    // When
    List<String> named =
        Guide.ALL.stream()
            .flatMap(guide -> NAME_OF_A_TOOL.matcher(guide.task()).results())
            .map(MatchResult::group)
            .toList();
    // Then
    assertThat(named).isNotEmpty().isSubsetOf(known);
  }

  @Test
  void whatTheUserAddsStandsBelowTheTask() {
    // Given
    Guide guide = new Guide("n", "t", "d", Map.of("goal", "What is to be reached."), "Do it.");
    // When, Then
    assertThat(guide.text(Map.of("goal", " Ship it ", "other", "x")))
        .isEqualTo("Do it.\n\ngoal: Ship it");
    assertThat(guide.text(Map.of("goal", " "))).isEqualTo("Do it.");
  }

  private static McpTools tools() {
    FakeSessions sessions = new FakeSessions();
    ActivityRecorder recorder = new ActivityRecorder(new RecordingPublisher(), _ -> {});
    Visibility visibility =
        new Visibility(sessions, (_, _) -> () -> {}, Duration.ofMillis(1), Duration.ofMillis(1));
    return McpTools.of(
        recorder,
        new SessionEffects(recorder, visibility, sessions, new CurrentWork(), Duration.ofHours(2)),
        FakeSources.of(sessions, new FakeAnswers(), new FakeItems(), Instant.EPOCH));
  }
}
