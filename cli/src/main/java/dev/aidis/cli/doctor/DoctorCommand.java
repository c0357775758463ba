package dev.aidis.cli.doctor;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Fit;
import dev.aidis.cli.Surroundings;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** {@code aidis doctor}. */
@Command(
    name = "doctor",
    description = {
      "Check the whole way of an activity, from the assistant to the database, and say how to mend it.",
      "Sends one activity of the owner aidis-doctor."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all is well, or nearly", "1:something fails"})
public final class DoctorCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<Finding> findings = findings();
    if (json) {
      surroundings.out().println(json(findings));
    } else {
      findings.forEach(this::show);
    }
    boolean failed = findings.stream().anyMatch(f -> f.state() == Finding.State.FAILURE);
    return failed ? CliException.FAILURE : 0;
  }

  private List<Finding> findings() {
    MachineCheck machine = new MachineCheck(surroundings);
    List<Finding> tracker = new TrackerCheck(surroundings).all();
    boolean local = surroundings.variable("AIDIS_URL") == null;
    List<Finding> findings = new ArrayList<>();
    findings.add(machine.jdk());
    if (local) {
      findings.add(machine.disk());
    }
    if (local && tracker.size() == 1) {
      findings.addAll(machine.ports());
    }
    findings.addAll(tracker);
    findings.add(machine.spool());
    findings.add(machine.hooks());
    return findings;
  }

  private void show(Finding finding) {
    String mark =
        switch (finding.state()) {
          case OK -> "ok";
          case WARNING -> "warn";
          case FAILURE -> "FAIL";
          case SKIPPED -> "-";
        };
    say("%-5s %-11s %s".formatted(mark, finding.part(), finding.told()));
    if (finding.mend() != null) {
      say("%-17s -> %s".formatted("", finding.mend()));
    }
  }

  private void say(String line) {
    surroundings.out().println(Fit.line(line, surroundings));
  }

  private static String json(List<Finding> findings) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("findings");
      for (Finding finding : findings) {
        json.writeStartObject();
        json.writeStringProperty("part", finding.part());
        json.writeStringProperty("state", finding.state().wireName());
        json.writeStringProperty("told", finding.told());
        if (finding.mend() != null) {
          json.writeStringProperty("mend", finding.mend());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }
}
