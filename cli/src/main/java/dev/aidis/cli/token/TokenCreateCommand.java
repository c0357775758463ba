package dev.aidis.cli.token;

import dev.aidis.cli.Printable;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.http.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aidis token create}. */
@Command(
    name = "create",
    description = {
      "Make a token and show its secret, this once: the tracker keeps its hash alone.",
      "Whoever has it may read and write the owner's sessions, and nobody else's.",
    })
public final class TokenCreateCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--owner",
      paramLabel = "OWNER",
      description = "Whose sessions it opens; the tracker's own owner unless you say.")
  private @Nullable String owner;

  @Option(
      names = "--machine",
      paramLabel = "MACHINE",
      description = "The only machine that it may be used for; any unless you say.")
  private @Nullable String machine;

  @Option(names = "--name", paramLabel = "NAME", description = "What you will know it by.")
  private @Nullable String name;

  @Option(
      names = "--expires",
      paramLabel = "WHEN",
      description = "When it ends: 12h, 90d, 12w, 6m, 1y or a date; never unless you say.")
  private @Nullable String expires;

  @Option(
      names = "--admin",
      description = "It may speak for every owner, and rebuild, back up and make tokens.")
  private boolean admin;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print the secret and nothing else.")
  private boolean quiet;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public TokenCreateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    byte[] wanted = wanted().getBytes(StandardCharsets.UTF_8);
    String body =
        new TokenRequests(surroundings).ask(client -> client.post(TokenRequests.PATH, wanted));
    if (json) {
      surroundings.out().println(body);
      return 0;
    }
    Json made = Json.read(body).orElseGet(Json::empty);
    surroundings.out().println(Printable.of(made.text("secret", "")));
    if (!quiet) {
      tell(made);
    }
    return 0;
  }

  private void tell(Json made) {
    Json token = made.object("token");
    String where = token.text("machine") == null ? "any machine" : token.text("machine", "");
    String end = token.text("expiresAt") == null ? "no end" : "until " + token.text("expiresAt");
    surroundings
        .out()
        .print(
            """

            This is token %s of %s, for %s, %s. It is shown this once; put it there:
              the command line       export AIDIS_URL=… AIDIS_TOKEN=aidis_…
              an MCP client          --header "Authorization: Bearer aidis_…"
              WakaTime's editors     api_key = %s
            `aidis token revoke %s` ends it within a second.
            """
                .formatted(
                    Printable.of(token.text("id", "")),
                    Printable.of(token.text("owner", "")),
                    Printable.of(where),
                    Printable.of(end),
                    Printable.of(made.text("editorKey", "")),
                    Printable.of(token.text("id", ""))));
  }

  private String wanted() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("owner", owner);
    fields.put("machine", machine);
    fields.put("name", name);
    fields.put("expiresAt", expires == null ? null : Expiry.of(expires, surroundings.clock()));
    fields.put("administrator", admin ? Boolean.TRUE : null);
    return JsonText.of(fields);
  }
}
