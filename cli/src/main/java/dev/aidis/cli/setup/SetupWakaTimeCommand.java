package dev.aidis.cli.setup;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.TrackerClient;
import dev.aidis.cli.tracker.TrackerAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code aidis setup wakatime}. */
@Command(
    name = "wakatime",
    description = {
      "Let the WakaTime plugins of all editors tell this tracker instead of wakatime.com.",
      "Shows what to change in ~/.wakatime.cfg; --write does it. --undo takes it out again."
    })
public final class SetupWakaTimeCommand implements Callable<Integer> {
  private static final String PATH = "/compat/wakatime/v1";
  private static final int NOT_FOUND = 404;

  /** Marks the line that was there before, so that undoing brings it back. */
  private static final String BEFORE = "# before aidis: ";

  private final Surroundings surroundings;

  @Mixin private SetupOptions options = new SetupOptions();

  public SetupWakaTimeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    String address = TrackerAddress.of(surroundings).toString().replaceFirst("/+$", "") + PATH;
    if (!options.isUndo()) {
      requireEndpoint();
    }
    String home = surroundings.variable("WAKATIME_HOME");
    Path file = (home == null ? surroundings.userHome() : Path.of(home)).resolve(".wakatime.cfg");
    options.carryOut(
        options.fileOr(file),
        text -> options.isUndo() ? without(text) : with(text, "api_url = " + address),
        surroundings);
    return 0;
  }

  /** A tracker that runs must know these requests; one that does not can be asked later. */
  private void requireEndpoint() {
    TrackerClient client = TrackerAddress.client(surroundings);
    try {
      if (client.get(PATH + "/users/current", "application/json").status() == NOT_FOUND) {
        throw CliException.failure(
            "the tracker at %s does not take what WakaTime's plugins tell; nothing was changed"
                .formatted(client.address()));
      }
    } catch (IOException away) {
      surroundings.err().println("aidis: the tracker is away; what plugins tell waits with them");
    }
  }

  private static String with(String text, String line) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int section = lines.indexOf("[settings]");
    if (section < 0) {
      lines.add("[settings]");
      section = lines.size() - 1;
    }
    int there = find(lines, section + 1);
    if (there >= 0 && lines.get(there).equals(line)) {
      return text;
    }
    if (there >= 0 && !lines.get(there).contains(PATH)) {
      lines.set(there, BEFORE + lines.get(there));
    } else if (there >= 0) {
      lines.remove(there);
    }
    lines.add(section + 1, line);
    return String.join("\n", lines) + "\n";
  }

  private static String without(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    boolean changed = lines.removeIf(line -> line.startsWith("api_url") && line.contains(PATH));
    lines.replaceAll(line -> line.startsWith(BEFORE) ? line.substring(BEFORE.length()) : line);
    return changed ? String.join("\n", lines) + "\n" : text;
  }

  private static int find(List<String> lines, int from) {
    for (int i = from; i < lines.size() && !lines.get(i).startsWith("["); i++) {
      if (lines.get(i).matches("api_url\\s*=.*")) {
        return i;
      }
    }
    return -1;
  }
}
