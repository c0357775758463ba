package dev.aidis.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
  private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

  @Test
  void a_new_id_is_of_version_7_and_carries_the_time() {
    // Given
    long before = Instant.now().toEpochMilli();
    // When
    UUID id = Ids.newId();
    // Then
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, before + 60_000);
  }

  @Test
  void a_name_gives_the_id_of_the_example_in_the_rfc() {
    assertThat(Ids.nameBased(DNS, "www.example.com"))
        .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
  }

  @Test
  void a_name_gives_the_same_id_in_every_release() {
    assertThat(Ids.nameBased(DNS, "aidis.dev"))
        .isEqualTo(UUID.fromString("b99ac194-d5bc-5e31-9400-1366aefb4a00"));
    assertThat(Ids.nameBased("git/2a92cca/日本"))
        .isEqualTo(UUID.fromString("1ddb1053-1215-55f7-91bf-ee7c88839107"));
  }

  @Test
  void other_names_give_other_ids() {
    assertThat(Ids.nameBased("a")).isNotEqualTo(Ids.nameBased("b"));
  }
}
