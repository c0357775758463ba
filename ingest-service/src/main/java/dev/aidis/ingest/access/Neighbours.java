package dev.aidis.ingest.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which hosts requests may name and which pages they may come from. Without tokens only those of
 * this machine: a foreign page whose name was made to resolve to 127.0.0.1 (DNS rebinding) names
 * itself in both headers and stays out. With tokens any host may be named, for a page has none.
 */
final class Neighbours {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final Set<String> hosts = new HashSet<>(LOOPBACK);
  private final boolean tokensNeeded;

  Neighbours(List<String> allowedHosts, boolean tokensNeeded) {
    allowedHosts.forEach(host -> hosts.add(host.strip().toLowerCase(Locale.ROOT)));
    this.tokensNeeded = tokensNeeded;
  }

  Optional<Refusal> objection(HttpServletRequest request) {
    String header = request.getHeader("Host");
    String host = header == null ? "" : hostOf(header);
    if (!tokensNeeded && !hosts.contains(host)) {
      return refused("The Host header must name 127.0.0.1, localhost or [::1].");
    }
    String origin = request.getHeader("Origin");
    if (origin != null && !isOurs(origin, host)) {
      return refused("The Origin header must be absent or name a page of this machine.");
    }
    return Optional.empty();
  }

  private boolean isOurs(String origin, String host) {
    try {
      String page = URI.create(origin).getHost();
      String name = page == null ? "" : page.toLowerCase(Locale.ROOT);
      return !name.isEmpty() && (hosts.contains(name) || (tokensNeeded && name.equals(host)));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String hostOf(String header) {
    return header.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
  }

  private static Optional<Refusal> refused(String detail) {
    return Optional.of(Refusal.of(org.springframework.http.HttpStatus.FORBIDDEN, detail));
  }
}
