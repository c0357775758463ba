package dev.aidis.cli.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class QueryTest {
  @Test
  void encodesPartsAndValuesAndLeavesOutWhatIsAbsent() {
    // When
    Query query =
        new Query("/api").part("a/b c").with("tag", "ä&b").with("owner", null).with("limit", 5);

    // Then
    assertThat(query).hasToString("/api/a%2Fb%20c?tag=%C3%A4%26b&limit=5");
  }
}
