package dev.aidis.ingest.token;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Where tokens are kept, for all instances of the service. */
public interface TokenLog {

  /**
   * Keeps a token in the place of what was kept of the same id.
   *
   * @throws dev.aidis.ingest.activity.LogUnavailableException if that was not acknowledged
   */
  void append(Token token);

  /**
   * Hands over all that is kept and all that will be, in its order, on a thread of its own.
   *
   * @return done when all that was kept at the time of the call was handed over
   */
  CompletableFuture<Void> follow(Consumer<Token> reader);
}
