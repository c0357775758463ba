package dev.aidis.cli.token;

import dev.aidis.cli.Printable;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aidis token list}. */
@Command(
    name = "list",
    description = "List the tokens, the oldest first; their secrets are not kept.")
public final class TokenListCommand implements Callable<Integer> {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final String ROW = "%-16s  %-7s  %-16s  %-16s  %-16s  %-16s  %s%n";

  private final Surroundings surroundings;

  @Option(names = "--all", description = "Also those that are revoked or expired.")
  private boolean all;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public TokenListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    String body =
        new TokenRequests(surroundings)
            .ask(client -> client.get(TokenRequests.PATH, "application/json"));
    if (json) {
      surroundings.out().println(body);
      return 0;
    }
    List<Json> tokens =
        Json.read(body).orElseGet(Json::empty).objects("tokens").stream()
            .filter(token -> all || token.text("status", "").equals("good"))
            .toList();
    if (tokens.isEmpty()) {
      surroundings.out().println("No tokens. `aidis token create` makes one.");
      return 0;
    }
    surroundings.out().printf(ROW, "ID", "STATUS", "OWNER", "MACHINE", "MADE", "ENDS", "NAME");
    tokens.forEach(this::row);
    return 0;
  }

  private void row(Json token) {
    String name = Printable.of(token.text("name", ""));
    surroundings
        .out()
        .printf(
            ROW,
            Printable.of(token.text("id", "")),
            Printable.of(token.text("status", "")),
            Printable.of(token.text("owner", "")),
            Printable.of(token.text("machine", "any")),
            time(token.text("createdAt"), "?"),
            time(token.text("expiresAt"), "never"),
            "true".equals(token.text("administrator")) ? name + " (administrator)" : name);
  }

  private String time(@Nullable String instant, String absent) {
    ZoneId zone = surroundings.clock().getZone();
    return instant == null ? absent : DAY.format(Instant.parse(instant).atZone(zone));
  }
}
