package dev.aidis.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackerKeyTest {

  @Test
  void its_text_is_owner_slash_workspace_and_reads_as_the_same_key() {
    // Given
    TrackerKey key = new TrackerKey("ada@example.com", "наука 1");
    // When
    String text = key.toString();
    // Then
    assertThat(text).isEqualTo("ada@example.com/наука 1");
    assertThat(TrackerKey.parse(text)).isEqualTo(key);
  }

  @Test
  void random_keys_are_read_from_their_text() {
    for (long seed = 0; seed < 1_000; seed++) {
      TrackerKey key = new RandomWireRecords(seed).trackerKey();
      assertThat(TrackerKey.parse(key.toString())).as("seed %d", seed).isEqualTo(key);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ada", "/main", "ada/", " /main", "ada/a/b", "ada/ma\nin", "a\0/b"})
  void other_texts_are_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> TrackerKey.parse(text));
  }

  @Test
  void names_have_at_most_200_characters() {
    // Given
    String longest = "x".repeat(TrackerKey.MAX_LENGTH);
    // Then
    assertThat(new TrackerKey(longest, longest).owner()).isEqualTo(longest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrackerKey(longest + "x", TrackerKey.MAIN))
        .withMessage("owner must have 1 to 200 characters, has 201");
  }

  @Test
  void a_refusal_names_the_character_without_repeating_it() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrackerKey("ada", "ma\u001b[31min"))
        .withMessage("workspace must contain neither '/' nor control characters, has U+001B at 2");
  }
}
