package dev.aidis.cli.spool;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.JsonText;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aidis spool}; {@code aidis spool deliver} is done by the launcher, without a JVM. */
@Command(
    name = "spool",
    description = {
      "Show what waits on this machine for the tracker, and what the tracker refused.",
      "It is delivered by itself as soon as the tracker is there."
    },
    footer = {
      "",
      "Examples:",
      "  aidis spool                what waits",
      "  aidis spool deliver        deliver it now",
      "  aidis spool retry          send again what was refused",
      "  aidis spool forget         remove what was refused",
    })
public final class SpoolCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  private final Surroundings surroundings;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public SpoolCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Spool spool = Spool.of(surroundings);
    if (json) {
      surroundings.out().println(json(spool));
    } else {
      show(spool);
    }
    return 0;
  }

  @Command(description = "List what waits; the same as `aidis spool`.")
  int list() {
    return call();
  }

  @Command(description = "Deliver what waits now.")
  int deliver() {
    surroundings.err().println("aidis: the launcher does this: ./aidis spool deliver");
    return CliException.USAGE;
  }

  @Command(description = "Send again what the tracker refused.")
  int retry() {
    Spool spool = Spool.of(surroundings);
    List<Path> rejected = spool.rejected();
    rejected.forEach(spool::retry);
    surroundings.out().printf("%s again.%n", records(rejected.size(), "waits", "wait"));
    return 0;
  }

  @Command(description = "Remove what the tracker refused.")
  int forget() {
    Spool spool = Spool.of(surroundings);
    List<Path> rejected = spool.rejected();
    rejected.forEach(spool::forget);
    surroundings.out().printf("%s removed.%n", records(rejected.size(), "was", "were"));
    return 0;
  }

  private void show(Spool spool) {
    PrintStream out = surroundings.out();
    List<Path> waiting = spool.waiting();
    List<Path> rejected = spool.rejected();
    out.printf("%s in %s%n", records(waiting.size(), "waits", "wait"), spool.directory());
    list(waiting, spool, false);
    if (!rejected.isEmpty()) {
      out.printf(
          "%n%s refused; see `aidis spool --help`%n", records(rejected.size(), "was", "were"));
      list(rejected, spool, true);
    }
    spool.trouble().ifPresent(trouble -> out.printf("%nNot delivered: %s%n", trouble));
    if (spool.isFull()) {
      out.printf("%nIt has reached its size: what hooks tell is kept no more.%n");
    }
    if (spool.lost() > 0) {
      out.printf(
          "%n%s lost: there was no room and no tracker%n", records(spool.lost(), "was", "were"));
    }
  }

  private void list(List<Path> records, Spool spool, boolean reasons) {
    PrintStream out = surroundings.out();
    for (Path record : records.subList(0, Math.min(records.size(), SHOWN))) {
      SpooledRecord.read(record)
          .ifPresent(
              told ->
                  out.printf(
                      "  %-19s  %-30s %,10d bytes%n",
                      time(told.occurredAt()), told.what(), told.bytes()));
      if (reasons) {
        out.printf("    %s%n", spool.reasonOf(record).replaceAll("\\p{Cntrl}", " "));
      }
    }
    if (records.size() > SHOWN) {
      out.printf("  and %,d more%n", records.size() - SHOWN);
    }
  }

  private String time(@Nullable Instant instant) {
    ZoneId zone = surroundings.clock().getZone();
    return instant == null
        ? "?"
        : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone).format(instant);
  }

  private static String records(long count, String one, String many) {
    return count == 1 ? "1 activity " + one : "%,d activities %s".formatted(count, many);
  }

  private static String json(Spool spool) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("directory", spool.directory());
    fields.put("waiting", names(spool.waiting()));
    fields.put("rejected", names(spool.rejected()));
    fields.put("reasons", spool.rejected().stream().map(spool::reasonOf).toList());
    fields.put("trouble", spool.trouble().orElse(null));
    fields.put("full", String.valueOf(spool.isFull()));
    fields.put("lost", String.valueOf(spool.lost()));
    return JsonText.of(fields);
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> String.valueOf(file.getFileName())).toList();
  }
}
