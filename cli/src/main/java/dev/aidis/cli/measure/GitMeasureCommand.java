package dev.aidis.cli.measure;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.intake.BatchSender;
import dev.aidis.cli.intake.Here;
import dev.aidis.cli.intake.NewActivity;
import dev.aidis.cli.tracker.TrackerAddress;
import dev.aidis.git.GitException;
import dev.aidis.git.GitMeasurement;
import dev.aidis.git.GitRepository;
import dev.aidis.git.Measured;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Ids;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aidis git measure}. */
@Command(
    name = "measure",
    description = {
      "Show what would be counted of a repository, and why: lines of your new commits, and the change of what is not committed.",
      "With --send it is counted, and the next measurement begins there."
    },
    footer = {
      "",
      "Examples:",
      "  aidis git measure",
      "  aidis git measure ~/src/shop --json",
      "  aidis git measure --send       from a timer or a git hook, say"
    })
public final class GitMeasureCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(arity = "0..1", paramLabel = "PATH", description = "A directory in the repository.")
  private Path path = Path.of(".");

  @Option(names = "--send", description = "Count it: send the increment to the tracker.")
  private boolean send;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--author",
      paramLabel = "EMAIL",
      description = "Your e-mail in the commits; else the repository's user.email.")
  private @Nullable String author;

  @Option(
      names = "--project",
      paramLabel = "NAME",
      description =
          "The project it is (default: the one you configured, else the name of the repository).")
  private @Nullable String project;

  @Option(
      names = "--workspace",
      paramLabel = "NAME",
      description = "The workspace to send to (default: the one you configured, else main).")
  private @Nullable String workspace;

  public GitMeasureCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (GitMeasurement measurement = GitMeasurement.open(path);
        StateFile file = StateFile.open(surroundings, measurement.commonDirectory())) {
      Kept kept = file.read().orElse(null);
      if (send && kept != null && kept.pending() != null) {
        kept = delivered(kept, file);
      }
      GitRepository repository = measurement.repository();
      Measured measured =
          measurement.measure(kept == null ? null : kept.state(), author(repository));
      if (send) {
        keepAndSend(measured, activity(measurement, repository, measured), file);
      }
      MeasureReport report = new MeasureReport(repository, measured, send);
      if (json) {
        surroundings.out().println(report.json());
      } else {
        report.print(surroundings.out());
      }
      return 0;
    } catch (GitException e) {
      throw CliException.failure(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * What is counted is written down, with the activity that tells it, before it is sent: whatever
   * breaks off in between, the next run sends the same activity again, and counts nothing twice.
   */
  private void keepAndSend(Measured measured, NewActivity activity, StateFile file) {
    boolean news = !measured.increment().isNone();
    Kept kept = new Kept(measured.state(), news ? activity.json() : null);
    file.write(kept);
    if (news) {
      delivered(kept, file);
    }
  }

  private Kept delivered(Kept kept, StateFile file) {
    BatchSender sender =
        new BatchSender(
            TrackerAddress.client(surroundings),
            "/api/v1/activities",
            new Here(surroundings).machineHeaders(),
            surroundings.pause());
    sender.add(String.valueOf(kept.pending()));
    sender.flush();
    Kept done = new Kept(kept.state(), null);
    file.write(done);
    sender
        .refusals()
        .keySet()
        .forEach(
            reason -> {
              throw CliException.failure("the tracker refused the measurement: " + reason);
            });
    return done;
  }

  private NewActivity activity(
      GitMeasurement measurement, GitRepository repository, Measured measured) {
    String into = surroundings.chosen(project, "AIDIS_PROJECT");
    return new NewActivity(
            Ids.newId(), ActivityType.CODE_MEASURED.wireName(), surroundings.clock().instant())
        .name("owner", surroundings.variable("AIDIS_OWNER"))
        .name("workspace", surroundings.chosen(workspace, "AIDIS_WORKSPACE"))
        .name("client", "git")
        .name("project", into == null ? repository.name() : into)
        .text("repo", repository.location())
        .text("branch", repository.branch())
        .name("head", measurement.head())
        .lines(measured.increment().added(), measured.increment().removed())
        .attribute("commits", measured.commits().size())
        .attribute("uncommittedAdded", measured.uncommittedLines().added())
        .attribute("uncommittedRemoved", measured.uncommittedLines().removed())
        .description(
            "Measured +%d -%d lines"
                .formatted(measured.increment().added(), measured.increment().removed()));
  }

  private String author(GitRepository repository) {
    String email = author == null ? repository.userEmail() : author;
    if (email == null || email.isBlank()) {
      throw CliException.failure("git has no user.email for '" + path + "': say --author EMAIL");
    }
    return email;
  }
}
