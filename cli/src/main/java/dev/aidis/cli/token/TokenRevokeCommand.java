package dev.aidis.cli.token;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.http.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aidis token revoke}. */
@Command(name = "revoke", description = "Make tokens good for nothing, within a second, for ever.")
public final class TokenRevokeCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      arity = "1..*",
      paramLabel = "ID",
      description = "As `aidis token list` shows it; or the secret itself, if it got out.")
  private List<String> ids = new ArrayList<>();

  public TokenRevokeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    for (String told : ids) {
      String id = id(told);
      String path = new Query(TokenRequests.PATH).part(id).toString();
      Json token =
          Json.read(new TokenRequests(surroundings).ask(client -> client.delete(path)))
              .orElseGet(Json::empty);
      surroundings.out().println("Token " + token.text("id", id) + " opens nothing any more.");
    }
    return 0;
  }

  /** A secret is not put into a path, where logs would keep it. */
  private static String id(String told) {
    String id = told.startsWith("aidis_") ? told.substring(6).replaceFirst("_.*", "") : told;
    if (!id.matches("[0-9a-f]{16}")) {
      throw CliException.usage("'" + id + "' is no id of a token: see `aidis token list --all`");
    }
    return id;
  }
}
