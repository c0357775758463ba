package dev.aidis.cli.token;

import picocli.CommandLine.Command;

/** {@code aidis token}. */
@Command(
    name = "token",
    description = {
      "Make, list and revoke the tokens that other machines and people need.",
      "Each stands for an owner, and for a machine if it is to.",
    })
public final class TokenCommand {}
