package dev.aidis.ingest;

import dev.aidis.ingest.activity.LogUnavailableException;
import dev.aidis.ingest.token.Token;
import dev.aidis.ingest.token.TokenLog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Keeps tokens in memory, or is away. Several services can share it. */
public final class MemoryTokenLog implements TokenLog {
  private final List<Token> kept = new ArrayList<>();
  private final List<Consumer<Token>> readers = new ArrayList<>();
  private boolean away;
  private boolean unread;

  public synchronized void breakDown() {
    away = true;
  }

  /** From now on nobody gets to the end of what is kept. */
  public synchronized MemoryTokenLog cannotBeRead() {
    unread = true;
    return this;
  }

  public synchronized List<Token> kept() {
    return List.copyOf(kept);
  }

  @Override
  public synchronized void append(Token token) {
    if (away) {
      throw new LogUnavailableException("no log", null);
    }
    kept.add(token);
    readers.forEach(reader -> reader.accept(token));
  }

  @Override
  public synchronized CompletableFuture<Void> follow(Consumer<Token> reader) {
    if (unread) {
      return new CompletableFuture<>();
    }
    kept.forEach(reader);
    readers.add(reader);
    return CompletableFuture.completedFuture(null);
  }
}
