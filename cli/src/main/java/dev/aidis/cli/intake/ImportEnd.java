package dev.aidis.cli.intake;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** Tells what became of what an import sent, and what could not be read. */
public final class ImportEnd {
  private static final int NAMED = 5;

  private final PrintStream out;
  private final PrintStream err;

  public ImportEnd(Surroundings surroundings) {
    this.out = surroundings.out();
    this.err = surroundings.err();
  }

  /** Tells the numbers that every import has; the exit code. */
  public int tell(ImportRun run, boolean complete) {
    return tell(run, complete, "aidis sessions list");
  }

  /**
   * @param command that shows what was imported
   */
  public int tell(ImportRun run, boolean complete, String command) {
    long rejected = run.refusals().values().stream().mapToLong(Integer::longValue).sum();
    long millis = Math.max(1, run.elapsed().toMillis());
    out.printf(
        Locale.ROOT,
        "  activities  %,d accepted, %,d rejected%s%n  time        %.1f s, %,d activities/s%n",
        run.accepted(),
        rejected,
        run.repeated() == 0
            ? ""
            : String.format(Locale.ROOT, "; %,d told twice count once", run.repeated()),
        millis / 1000.0,
        (run.accepted() + rejected) * 1000 / millis);
    run.refusals().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .limit(NAMED)
        .forEach(
            refusal ->
                err.printf(
                    Locale.ROOT,
                    "aidis: rejected %,d times: %s%n",
                    refusal.getValue(),
                    refusal.getKey()));
    if (!complete) {
      err.println(
          "aidis: everything is sent, but not all of it has arrived in Postgres yet:"
              + " see `aidis status`");
    }
    out.println("See the sessions with: " + command);
    return complete && rejected == 0 ? 0 : CliException.FAILURE;
  }
}
