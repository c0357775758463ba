package dev.aidis.cli;

import dev.aidis.cli.session.SessionsListCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code aidis sessions}: alone it lists. */
@Command(
    name = "sessions",
    description = "List sessions; statistics, comparison and patterns of them.")
final class SessionsCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  SessionsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    return new SessionsListCommand(surroundings).call();
  }
}
