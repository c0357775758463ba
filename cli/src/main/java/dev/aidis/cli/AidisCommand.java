package dev.aidis.cli;

import picocli.CommandLine.Command;

/** {@code aidis} alone. */
@Command(
    name = "aidis",
    description = "Tracks the sessions of a developer and an AI assistant working together.",
    synopsisSubcommandLabel = "COMMAND")
final class AidisCommand {}
