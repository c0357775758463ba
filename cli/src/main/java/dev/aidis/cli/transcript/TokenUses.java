package dev.aidis.cli.transcript;

import dev.aidis.cli.http.Json;
import dev.aidis.cli.intake.NewActivity;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one transcript's answers. An answer is written row by row as it streams in, each
 * row with the tokens up to then: the greatest numbers count, once.
 */
final class TokenUses {
  /** Its name on the wire. */
  static final String TYPE = "tokens_used";

  private final Map<String, Use> byFact = new LinkedHashMap<>();

  /**
   * @param costMicroUsd in millionths of a dollar; older versions wrote it down
   */
  record Use(
      Scene scene,
      long input,
      long output,
      long cacheRead,
      long cacheCreation,
      @Nullable Long costMicroUsd) {

    static Use of(Scene scene, Row row) {
      Json usage = row.message().object("usage");
      return new Use(
          scene,
          tokens(usage, "input_tokens"),
          tokens(usage, "output_tokens"),
          tokens(usage, "cache_read_input_tokens"),
          tokens(usage, "cache_creation_input_tokens"),
          cost(row.json().text("costUSD")));
    }

    Use with(Use later) {
      return new Use(
          later.scene,
          Math.max(input, later.input),
          Math.max(output, later.output),
          Math.max(cacheRead, later.cacheRead),
          Math.max(cacheCreation, later.cacheCreation),
          later.costMicroUsd == null ? costMicroUsd : later.costMicroUsd);
    }

    NewActivity activity(String fact) {
      return scene
          .activity(TYPE, fact)
          .aiInvolved()
          .attribute("input_tokens", input)
          .attribute("output_tokens", output)
          .attribute("cache_read_tokens", cacheRead)
          .attribute("cache_creation_tokens", cacheCreation)
          .attribute("cost_micro_usd", costMicroUsd)
          .description("Used %d tokens".formatted(input + output + cacheRead + cacheCreation));
    }

    private static long tokens(Json usage, String name) {
      return Math.max(0, usage.number(name));
    }

    private static @Nullable Long cost(@Nullable String usd) {
      try {
        return usd == null ? null : new BigDecimal(usd).movePointRight(6).longValue();
      } catch (NumberFormatException e) {
        return null;
      }
    }
  }

  void tell(String fact, Use use) {
    byFact.merge(fact, use, Use::with);
  }

  void forEach(BiConsumer<String, Use> action) {
    byFact.forEach(action);
  }
}
