package dev.aidis.schemas.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepoNameTest {

  @ParameterizedTest
  @CsvSource({
    "/home/ada/aidis, aidis",
    "/home/ada/aidis/, aidis",
    "/home/ada/aidis/.git, aidis",
    "git@host.example:team/aidis.git, aidis",
    "host.example:aidis.git, aidis",
    "https://host.example/team/aidis.git, aidis",
    "https://host.example/team/aidis.git/, aidis",
    "C:\\src\\aidis, aidis",
    "aidis, aidis",
    "/home/ada/my project, my project"
  })
  void theNameIsTheLastPart(String repo, String name) {
    assertThat(RepoName.of(repo)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "", ".git", "..", "/..", "."})
  void whatHasNoNameHasNone(String repo) {
    assertThat(RepoName.of(repo)).isEmpty();
  }
}
