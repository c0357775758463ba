package dev.aidis.cli.intake;

import dev.aidis.cli.Surroundings;
import dev.aidis.schemas.TrackerKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every import. */
public final class ImportOptions {
  @Option(
      names = "--workspace",
      paramLabel = "NAME",
      description = "The workspace to import into (default: the one you configured, else main).")
  private @Nullable String workspace;

  @Option(
      names = "--ascii",
      description = "Draw the bar without characters beyond ASCII; as where the locale has none.")
  private boolean ascii;

  String workspace(Surroundings surroundings) {
    return Objects.requireNonNullElse(
        surroundings.chosen(workspace, "AIDIS_WORKSPACE"), TrackerKey.MAIN);
  }

  boolean unicode(Surroundings surroundings) {
    return !ascii && surroundings.unicode();
  }
}
