package dev.aidis.ingest.access;

import dev.aidis.ingest.caller.Authority;
import dev.aidis.ingest.oauth.ForeignTokens;
import dev.aidis.ingest.oauth.IssuerAwayException;
import dev.aidis.ingest.token.Token;
import dev.aidis.ingest.token.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out in whose name a request comes. Asks nobody outside of this process, but for the keys of
 * an issuer of foreign tokens.
 */
final class Authorities {
  /** The name of the authority of whoever is on this machine and sends no token. */
  static final String THIS_MACHINE = "this machine";

  private static final String EDITORS = "/compat/wakatime/";

  private final Tokens tokens;
  private final @Nullable AdministratorToken administrator;
  private final ForeignTokens foreign;
  private final String owner;
  private final boolean tokensNeeded;

  /**
   * @param administrator the token of a file, if there is one
   * @param foreign tokens that somebody else made
   * @param owner of the tracker, whom requests without a token come from
   * @param tokensNeeded whether there are none of these
   */
  Authorities(
      Tokens tokens,
      @Nullable AdministratorToken administrator,
      ForeignTokens foreign,
      String owner,
      boolean tokensNeeded) {
    this.tokens = tokens;
    this.administrator = administrator;
    this.foreign = foreign;
    this.owner = owner;
    this.tokensNeeded = tokensNeeded;
  }

  /** What is added to {@code WWW-Authenticate}. */
  String challenge() {
    return foreign.challenge();
  }

  /**
   * The authority of a request; absent if it has none.
   *
   * @throws IssuerAwayException if nobody knows now
   */
  Optional<Authority> of(HttpServletRequest request) {
    Optional<Credential> presented = Credential.in(request.getHeader("Authorization"));
    return presented
        .flatMap(credential -> opened(credential, request))
        .or(() -> isLocal(request, presented) ? Optional.of(local()) : Optional.empty());
  }

  private Optional<Authority> opened(Credential credential, HttpServletRequest request) {
    if (administrator != null && administrator.is(credential.text())) {
      return Optional.of(new Authority("the token file", owner, null, true, () -> true));
    }
    Optional<Token> token = tokens.opened(credential.text());
    return token
        .or(
            () ->
                request.getServletPath().startsWith(EDITORS)
                    ? tokens.openedByEditor(credential.text())
                    : Optional.empty())
        .map(
            good ->
                new Authority(
                    "token " + good.id(),
                    good.owner(),
                    good.machine(),
                    good.administrator(),
                    () -> tokens.isGood(good.id())))
        .or(() -> foreign.opened(credential.text()));
  }

  /**
   * Whether it comes from this machine, without a token of ours. A proxy says for whom it asks, and
   * those are elsewhere.
   */
  private boolean isLocal(HttpServletRequest request, Optional<Credential> presented) {
    return !tokensNeeded
        && presented.stream().noneMatch(Credential::isOurs)
        && request.getHeader("X-Forwarded-For") == null
        && request.getHeader("Forwarded") == null;
  }

  private Authority local() {
    return new Authority(THIS_MACHINE, owner, null, true, () -> true);
  }
}
