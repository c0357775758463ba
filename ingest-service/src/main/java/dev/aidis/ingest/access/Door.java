package dev.aidis.ingest.access;

import dev.aidis.dashboard.DashboardServlet;
import dev.aidis.ingest.caller.Authority;
import dev.aidis.ingest.oauth.IssuerAwayException;
import dev.aidis.ingest.token.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * Every request comes in here, and gets its {@link Authority} or is sent away. What is thrown
 * behind becomes an answer here, if nobody has answered yet.
 */
final class Door extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> OPEN_TO_ALL =
      Set.of(
          "/actuator/health",
          "/actuator/health/liveness",
          "/actuator/health/readiness",
          "/.well-known/oauth-protected-resource",
          "/.well-known/oauth-protected-resource/mcp");
  private static final String ACTUATOR = "/actuator";
  private static final String ISSUER_AWAY_SECONDS = "5";

  private final transient Neighbours neighbours;
  private final transient Authorities authorities;
  private final transient Tokens tokens;
  private final transient Rates rates;
  private final transient Rates strangers;
  private final transient Duration bodyTimeout;

  /**
   * @param rates of those who come with a token
   * @param strangers of addresses that come without one
   */
  Door(
      Neighbours neighbours,
      Authorities authorities,
      Tokens tokens,
      Rates rates,
      Rates strangers,
      Duration bodyTimeout) {
    this.neighbours = neighbours;
    this.authorities = authorities;
    this.tokens = tokens;
    this.rates = rates;
    this.strangers = strangers;
    this.bodyTimeout = bodyTimeout;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Refusal> refusal = neighbours.objection(request).or(() -> objection(request));
    if (refusal.isPresent()) {
      refusal.get().write(response);
      return;
    }
    try {
      chain.doFilter(new PunctualRequest(request, bodyTimeout, System::nanoTime), response);
    } catch (ErrorResponseException e) {
      if (response.isCommitted()) {
        throw e;
      }
      Refusal.of(e).write(response);
    }
  }

  private Optional<Refusal> objection(HttpServletRequest request) {
    try {
      return admission(request);
    } catch (IssuerAwayException e) {
      return Optional.of(
          Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()))
              .with("Retry-After", ISSUER_AWAY_SECONDS));
    }
  }

  private Optional<Refusal> admission(HttpServletRequest request) {
    if (OPEN_TO_ALL.contains(request.getServletPath())
        || DashboardServlet.serves(request.getServletPath())) {
      return Optional.empty();
    }
    Optional<Authority> found = authorities.of(request);
    if (found.isEmpty()) {
      return Optional.of(stranger(request));
    }
    Authority authority = found.get();
    Duration wait =
        authority.name().equals(Authorities.THIS_MACHINE)
            ? Duration.ZERO
            : rates.come(authority.name());
    if (!wait.isZero()) {
      return Optional.of(tooOften("Too many requests", wait));
    }
    if (request.getServletPath().startsWith(ACTUATOR) && !authority.everybody()) {
      return Optional.of(
          Refusal.of(
              HttpStatus.FORBIDDEN,
              "The numbers of the whole tracker are for an administrator: use a token that was made with --admin."));
    }
    authority.giveTo(request);
    return Optional.empty();
  }

  /** Only now: behind a proxy everybody has the address of whoever tries tokens. */
  private Refusal stranger(HttpServletRequest request) {
    if (!tokens.isRead()) {
      return Refusal.of(
              HttpStatus.SERVICE_UNAVAILABLE,
              "The tracker has not read its tokens yet; try again in a moment.")
          .with("Retry-After", "1");
    }
    Duration wait = strangers.come(request.getRemoteAddr());
    if (!wait.isZero()) {
      return tooOften("Too many requests without a good token", wait);
    }
    boolean told = request.getHeader("Authorization") != null;
    return Refusal.of(
            HttpStatus.UNAUTHORIZED,
            told
                ? "This token is unknown, revoked or expired; ask for a new one: aidis token create."
                : "A token is needed: send the header Authorization: Bearer aidis_…, made by aidis token create.")
        .with(
            "WWW-Authenticate",
            (told ? "Bearer realm=\"aidis\", error=\"invalid_token\"" : "Bearer realm=\"aidis\"")
                + authorities.challenge());
  }

  private static Refusal tooOften(String reason, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return Refusal.of(
            HttpStatus.TOO_MANY_REQUESTS,
            reason + "; come again in " + seconds + " s, and send many activities at once.")
        .with("Retry-After", Long.toString(seconds));
  }
}
