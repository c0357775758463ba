package dev.aidis.cli.intake;

import dev.aidis.cli.Surroundings;
import dev.aidis.schemas.TrackerKey;
import picocli.CommandLine.Option;

/** The options of every import. */
public final class ImportOptions {
  @Option(
      names = "--workspace",
      paramLabel = "NAME",
      description = "The workspace to import into (default: ${DEFAULT-VALUE}).",
      defaultValue = TrackerKey.MAIN)
  private String workspace = TrackerKey.MAIN;

  @Option(
      names = "--ascii",
      description = "Draw the bar without characters beyond ASCII; as where the locale has none.")
  private boolean ascii;

  String workspace() {
    return workspace;
  }

  boolean unicode(Surroundings surroundings) {
    return !ascii && surroundings.unicode();
  }
}
