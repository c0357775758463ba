package dev.aidis.cli.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeenIdsTest {
  private static final long SEED = 20261125;

  @Test
  void itIsASet() {
    // Given ids that repeat, among them ones that differ in one half only, and zero
    Random random = new Random(SEED);
    SeenIds seen = new SeenIds();
    Set<UUID> oracle = new HashSet<>();
    for (int i = 0; i < 50_000; i++) {
      UUID id = new UUID(random.nextInt(200), random.nextInt(200));
      // When / Then
      assertThat(seen.add(id)).as("seed %d, %d: %s", SEED, i, id).isEqualTo(oracle.add(id));
    }
    assertThat(oracle).contains(new UUID(0, 0));
  }
}
