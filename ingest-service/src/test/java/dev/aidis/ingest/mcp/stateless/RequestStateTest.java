package dev.aidis.ingest.mcp.stateless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.ingest.mcp.rpc.RpcErrorException;
import dev.aidis.ingest.mcp.stateless.RequestState.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RequestStateTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Kept KEPT =
      new Kept("note", Map.of("name", JsonMapper.shared().readTree("{\"action\":\"accept\"}")));

  private final RequestState states = new RequestState(JsonMapper.shared());
  private final String sealed = states.seal(KEPT, "ada/main", "r", NOW);

  @Test
  void whatWasKeptComesBack() {
    assertThat(states.open(sealed, "ada/main", "r", NOW.plus(Duration.ofHours(1)))).isEqualTo(KEPT);
  }

  @Test
  void itIsOfOneCallerOneRequestAndAnHour() {
    assertRefused(() -> states.open(sealed, "bob/main", "r", NOW));
    assertRefused(() -> states.open(sealed, "ada/main", "s", NOW));
    assertRefused(() -> states.open(sealed, "ada/main", "r", NOW.plusSeconds(3601)));
  }

  @Test
  void anothersSignatureDoesNotCount() {
    RequestState other = new RequestState(JsonMapper.shared());
    assertRefused(() -> other.open(sealed, "ada/main", "r", NOW));
  }

  private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable opening) {
    assertThatThrownBy(opening)
        .isInstanceOf(RpcErrorException.class)
        .hasMessageContaining("send the request again without it");
  }
}
