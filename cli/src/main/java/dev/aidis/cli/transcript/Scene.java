package dev.aidis.cli.transcript;

import dev.aidis.cli.intake.NewActivity;
import dev.aidis.schemas.fact.ClaudeCodeFacts;
import dev.aidis.schemas.fact.WorkPlace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When and where something in a transcript happened, and by which model. */
record Scene(
    ClaudeCodeFacts facts,
    Instant at,
    WorkPlace place,
    @Nullable String project,
    @Nullable String branch,
    @Nullable String model) {

  /** Begins the activity of a fact, with the id that hooks give it. */
  NewActivity activity(String type, String fact) {
    return new NewActivity(facts.id(fact), type, at)
        .name("client", ClaudeCodeFacts.CLIENT)
        .name("clientSession", facts.session())
        .name("project", project)
        .text("repo", place.root())
        .text("branch", branch)
        .name("aiModel", model)
        .name("aiProvider", model != null && model.contains("claude") ? "anthropic" : null);
  }
}
