package dev.aidis.cli.tracker;

import dev.aidis.cli.Surroundings;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** {@code aidis info}. */
@Command(name = "info", description = "Show where the running tracker is, for other programs.")
public final class InfoCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public InfoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    LocalTracker tracker = LocalTracker.of(surroundings);
    Map<String, String> info = info(tracker.running().orElseThrow(tracker::notRunning));
    if (json) {
      surroundings.out().println(json(info));
    } else {
      info.forEach((name, value) -> surroundings.out().printf("%-10s%s%n", name, value));
    }
    return 0;
  }

  static Map<String, String> info(TrackerFile tracker) {
    Map<String, String> info = new LinkedHashMap<>();
    info.put("http", tracker.http());
    info.put("mcp", tracker.mcp());
    info.put("postgres", tracker.postgres());
    info.put("kafka", tracker.kafka());
    info.put("home", tracker.home());
    info.put("version", tracker.version());
    return info;
  }

  private static String json(Map<String, String> info) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      info.forEach(json::writeStringProperty);
      json.writeEndObject();
    }
    return text.toString();
  }
}
