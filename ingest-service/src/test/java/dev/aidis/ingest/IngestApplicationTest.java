package dev.aidis.ingest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestApplicationTest {

  @Test
  void itDoesNotStartOnAnAddressThatOtherMachinesReach() {
    assertThatThrownBy(() -> IngestApplication.start(Map.of("server.address", "0.0.0.0")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("server.address 0.0.0.0 can be reached from other machines");
  }
}
