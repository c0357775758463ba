package dev.aidis.cli.gitimport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.TrackerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AuthorAsOwnerTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "Ada@Example.ORG, ada@example.org",
    "root@host/a.b, root@host_a.b",
    "'a\tb@c', a_b@c",
    "'', unknown",
    "'  ', unknown",
    "ÄDA@example.org, äda@example.org",
  })
  void anAuthorBecomesAnOwnerThatTheTrackerTakes(String email, String owner) {
    // When
    String found = AuthorAsOwner.of(email);

    // Then
    assertThat(found).isEqualTo(owner);
    assertThat(new TrackerKey(found, "main").owner()).isEqualTo(owner);
  }

  @Test
  void aLongAuthorIsCut() {
    assertThat(AuthorAsOwner.of("x".repeat(300))).hasSize(TrackerKey.MAX_LENGTH);
  }
}
