package dev.aidis.cli.completion;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code aidis completion}. */
@Command(
    name = "completion",
    description = "Print what lets a shell complete commands and options.",
    footer = {
      "",
      "Examples:",
      "  source <(aidis completion bash)                             for this shell",
      "  aidis completion bash > ~/.local/share/bash-completion/completions/aidis",
      "  aidis completion zsh > ~/.aidis-completion.zsh               and source it in ~/.zshrc",
      "  aidis completion fish > ~/.config/fish/completions/aidis.fish",
    })
public final class CompletionCommand implements Callable<Integer> {
  private static final String ZSH_PROLOGUE = "autoload -U +X bashcompinit && bashcompinit\n";

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private String shell = "";

  public CompletionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    CommandSpec root = Objects.requireNonNull(spec).root();
    surroundings
        .out()
        .print(
            switch (shell) {
              case "bash" -> AutoComplete.bash(root.name(), root.commandLine());
              case "zsh" -> ZSH_PROLOGUE + AutoComplete.bash(root.name(), root.commandLine());
              case "fish" -> new FishScript(root).text();
              default ->
                  throw CliException.usage(
                      "'" + shell + "' has no completion here: say bash, zsh or fish");
            });
    return 0;
  }
}
