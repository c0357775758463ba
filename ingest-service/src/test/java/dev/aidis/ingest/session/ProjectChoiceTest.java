package dev.aidis.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.schemas.TrackerKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class ProjectChoiceTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private Optional<String> last = Optional.of("last");
  private Optional<String> defaultOfDatabase = Optional.of("default");
  private Optional<String> newest = Optional.of("newest");
  private @Nullable String configured;

  @Test
  void theProjectGivenGoesBeforeAll() {
    assertThat(choose(caller("given", "/src/repo"))).contains("given");
  }

  @Test
  void thenTheRepositorysName() {
    assertThat(choose(caller(null, "/src/repo"))).contains("repo");
  }

  @Test
  void thenTheOwnersLastSessionOf24Hours() {
    ProjectChoice.LastProject lastProject =
        (owner, since) -> {
          assertThat(owner).isEqualTo("ada");
          assertThat(since).isEqualTo(Instant.parse("2026-11-21T12:00:00Z"));
          return Optional.of("last");
        };
    assertThat(choose(caller(null, null), lastProject)).contains("last");
  }

  @Test
  void thenTheDefaultProjectAsConfigured() {
    last = Optional.empty();
    configured = "configured";
    assertThat(choose(caller(null, null))).contains("configured");
  }

  @Test
  void thenTheDefaultProjectOfTheDatabase() {
    last = Optional.empty();
    assertThat(choose(caller(null, null))).contains("default");
  }

  @Test
  void thenTheNewestOfTheOwners() {
    last = Optional.empty();
    defaultOfDatabase = Optional.empty();
    assertThat(choose(caller(null, "/"))).contains("newest");
  }

  @Test
  void elseNone() {
    last = Optional.empty();
    defaultOfDatabase = Optional.empty();
    newest = Optional.empty();
    assertThat(choose(caller(null, null))).isEmpty();
  }

  @Test
  void aDatabaseThatIsAwayDoesNotHinderAnybody() {
    ProjectChoice.LastProject away =
        (owner, since) -> {
          throw new DataAccessResourceFailureException("away");
        };
    assertThat(choose(caller(null, null), away)).isEmpty();
    configured = "configured";
    assertThat(choose(caller(null, null), away)).contains("configured");
    assertThat(choose(caller("given", null), away)).contains("given");
  }

  private Optional<String> choose(Caller caller) {
    return choose(caller, (owner, since) -> last);
  }

  private Optional<String> choose(Caller caller, ProjectChoice.LastProject lastProject) {
    return new ProjectChoice(
            lastProject,
            () -> defaultOfDatabase,
            owner -> owner.equals("ada") ? newest : Optional.of("somebody else's"),
            configured,
            InstantSource.fixed(NOW))
        .choose(caller);
  }

  private static Caller caller(@Nullable String project, @Nullable String repo) {
    return new Caller(new TrackerKey("ada", "main"), "laptop", null, project, repo);
  }
}
