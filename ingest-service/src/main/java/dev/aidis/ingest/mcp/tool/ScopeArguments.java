package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.argument.Parameter.optional;

import dev.aidis.ingest.mcp.argument.ArgumentType;
import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.Arguments;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.queries.Scope;
import dev.aidis.queries.stats.Period;
import dev.aidis.schemas.ActivityLimits;
import java.util.List;

/** The arguments that narrow down which of the caller's sessions are meant, and of which days. */
final class ScopeArguments {
  private static final int LONGEST_PERIOD = 40;
  private static final ArgumentType<String> NAME = ArgumentTypes.text(ActivityLimits.SHORT);

  static final Parameter<String> WORKSPACE =
      optional("workspace", NAME, "Only of this workspace; if left out, of all.");
  static final Parameter<String> PROJECT = optional("project", NAME, "Only of this project.");
  static final Parameter<String> TAG =
      optional("tag", ArgumentTypes.text(ActivityLimits.TAG), "Only with this tag.");
  private static final Parameter<String> MODEL =
      optional("model", NAME, "Only with this AI model, as sessions tell it.");
  private static final Parameter<String> MACHINE = optional("machine", NAME, "Only of this one.");

  static final List<Parameter<?>> ALL = List.of(WORKSPACE, PROJECT, TAG, MODEL, MACHINE);

  private ScopeArguments() {}

  /** Of the caller's sessions. */
  static Scope of(Call call) {
    Arguments arguments = call.arguments();
    return new Scope(
        call.trackerKey().owner(),
        arguments.find(WORKSPACE),
        arguments.find(PROJECT),
        arguments.find(TAG),
        arguments.find(MODEL),
        arguments.find(MACHINE));
  }

  static Parameter<Period> period(Period unless) {
    return optional(
        "period",
        ArgumentTypes.meaning(LONGEST_PERIOD, Period::parse),
        ("day, week, month, year, all, a number of days such as 30d, or two days such as"
                + " 2026-01-01..2026-01-31; %s if left out.")
            .formatted(unless));
  }
}
