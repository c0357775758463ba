package dev.aidis.schemas.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.TrackerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaudeCodeFactsTest {
  private static final ClaudeCodeFacts ORIGINAL = of("ada", "session-1");
  private static final ClaudeCodeFacts FORK = of("ada", "session-2");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tool:toolu_01A09q90qw90lq917835lq9",
        "tool:toolu_bdrk_01A09q90qw90lq917835lq9:file",
        "prompt:b3527de4-4bd5-46d8-af06-5e2b444780c8",
        "prompt:b3527de4-4bd5-46d8-af06-5e2b444780c8:src/a\nb.txt",
        "request:req_011CQ2mQguC33S1JpgULARTm",
        "message:msg_01W7Fnz943zF65w2rdYBoi9Z",
      })
  void whatIsUniqueInTheWorldIsOneFactInEverySession(String fact) {
    assertThat(FORK.id(fact)).isEqualTo(ORIGINAL.id(fact));
    assertThat(of("grace", "session-1").id(fact)).isNotEqualTo(ORIGINAL.id(fact));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tool:toolu_1", "tool:call_1", "prompt:7", "request:req_x", "x"})
  void whatIsNotIsAnotherFactInAnotherSession(String fact) {
    assertThat(FORK.id(fact)).isNotEqualTo(ORIGINAL.id(fact));
    assertThat(of("ada", "session-1").id(fact)).isEqualTo(ORIGINAL.id(fact));
  }

  @Test
  void tokensAreNamedByTheRequestUnlessItsIdSaysNothing() {
    assertThat(ClaudeCodeFacts.tokens("req_011CQ2mQguC33S1JpgULARTm", "msg_1"))
        .isEqualTo("request:req_011CQ2mQguC33S1JpgULARTm");
    assertThat(ClaudeCodeFacts.tokens("req_x", "msg_1")).isEqualTo("message:msg_1");
    assertThat(ClaudeCodeFacts.tokens(null, "msg_1")).isEqualTo("message:msg_1");
    assertThat(ClaudeCodeFacts.tokens("req_x", null)).isEqualTo("request:req_x");
  }

  private static ClaudeCodeFacts of(String owner, String session) {
    return new ClaudeCodeFacts(new TrackerKey(owner, TrackerKey.MAIN), session);
  }
}
