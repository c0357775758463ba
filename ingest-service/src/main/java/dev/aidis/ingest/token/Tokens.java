package dev.aidis.ingest.token;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * All tokens, in memory, as the log has them: a request is let in without asking anybody.
 * Thread-safe.
 */
public final class Tokens {
  private final Map<String, Token> byId = new ConcurrentHashMap<>();
  private final Map<String, String> idByEditorKey = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final TokenLog log;
  private final InstantSource clock;
  private final CompletableFuture<Void> read;

  /** Begins to follow the log. */
  public Tokens(TokenLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
    this.read = log.follow(this::take);
  }

  /** A new token and its secret, which nobody will see again. */
  public record Issued(Token token, Secret secret) {}

  /**
   * What a token is wanted for.
   *
   * @param name the machine's, or else the owner's, if absent
   */
  public record Wanted(
      String owner,
      @Nullable String machine,
      @Nullable String name,
      boolean administrator,
      @Nullable Instant expiresAt) {}

  /**
   * Makes a token. It is good when this returns, and on other instances a moment later.
   *
   * @throws IllegalArgumentException with a sentence, if there can be no such token
   * @throws dev.aidis.ingest.activity.LogUnavailableException if it was not kept
   */
  public Issued issue(Wanted wanted) {
    Instant now = clock.instant();
    Instant expiresAt = wanted.expiresAt();
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      throw new IllegalArgumentException(
          "expiresAt " + expiresAt + " is over; name a time to come, or none");
    }
    Secret secret = Secret.make(random);
    Token token =
        new Token(
            secret.id(),
            Objects.requireNonNullElse(
                wanted.name(), Objects.requireNonNullElse(wanted.machine(), wanted.owner())),
            wanted.owner(),
            wanted.machine(),
            wanted.administrator(),
            now,
            expiresAt,
            null,
            secret.hash(),
            Secret.hashOf(secret.editorKey()));
    keep(token);
    return new Issued(token, secret);
  }

  /** Makes a token good for nothing; again changes nothing. */
  public Token revoke(Token token) {
    Token revoked = token.revoked(clock.instant());
    keep(revoked);
    return revoked;
  }

  /** All there ever were, the oldest first. */
  public List<Token> all() {
    return byId.values().stream()
        .sorted(Comparator.comparing(Token::createdAt).thenComparing(Token::id))
        .toList();
  }

  /** The token of that id, whatever became of it. */
  public Optional<Token> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The token that a credential opens now. */
  public Optional<Token> opened(String credential) {
    return Secret.parse(credential)
        .flatMap(
            secret ->
                byId(secret.id()).filter(token -> Secret.isSame(secret.hash(), token.secretHash())))
        .filter(token -> token.isGoodAt(clock.instant()));
  }

  /** The token that an editor's key opens now. */
  public Optional<Token> openedByEditor(String key) {
    String plain = key.toLowerCase(Locale.ROOT);
    String hash = Secret.hashOf(plain.startsWith("waka_") ? plain.substring(5) : plain);
    return Optional.ofNullable(idByEditorKey.get(hash))
        .flatMap(this::byId)
        .filter(token -> Secret.isSame(hash, token.editorKeyHash()))
        .filter(token -> token.isGoodAt(clock.instant()));
  }

  /** Whether the token of that id opens anything now. */
  public boolean isGood(String id) {
    return byId(id).filter(token -> token.isGoodAt(clock.instant())).isPresent();
  }

  /** Whether any of them opens anything. */
  public boolean isAnyGood() {
    Instant now = clock.instant();
    return byId.values().stream().anyMatch(token -> token.isGoodAt(now));
  }

  /** Whether all that was kept before the start is known; before that a token may be missed. */
  public boolean isRead() {
    return read.isDone() && !read.isCompletedExceptionally();
  }

  /** Waits for {@link #isRead}, up to that long, and tells whether it came. */
  public boolean awaitRead(Duration patience) {
    try {
      read.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void keep(Token token) {
    log.append(token);
    take(token);
  }

  /** What was revoked stays so, even if an older record of it is written again. */
  private void take(Token news) {
    byId.merge(news.id(), news, (known, told) -> known.revokedAt() != null ? known : told);
    idByEditorKey.put(news.editorKeyHash(), news.id());
  }
}
