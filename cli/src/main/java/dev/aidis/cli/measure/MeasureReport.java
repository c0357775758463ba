package dev.aidis.cli.measure;

import dev.aidis.cli.Printable;
import dev.aidis.cli.http.JsonText;
import dev.aidis.git.FileChange;
import dev.aidis.git.GitRepository;
import dev.aidis.git.Lines;
import dev.aidis.git.Measured;
import dev.aidis.git.MeasuredCommit;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows what is counted, and why. */
record MeasureReport(GitRepository repository, Measured measured, boolean sent) {
  private static final int FILES = 20;

  void print(PrintStream out) {
    String branch = repository.branch();
    out.println(
        "%s at %s%s"
            .formatted(
                repository.name(),
                repository.location(),
                branch == null ? "" : ", branch " + branch));
    measured.commits().forEach(commit -> out.println(line(commit)));
    printUncommitted(out);
    out.println(
        measured.first()
            ? "The first measurement: what is there is taken note of, and counts nothing."
            : "  to count     " + text(measured.increment()));
    if (!sent) {
      out.println("Nothing is sent or kept: add --send.");
    }
  }

  private void printUncommitted(PrintStream out) {
    List<FileChange> files = measured.uncommitted();
    out.println(
        String.format(
            Locale.ROOT,
            "  uncommitted  %s in %,d file%s%s",
            text(measured.uncommittedLines()),
            files.size(),
            files.size() == 1 ? "" : "s",
            measured.first() ? "" : ", last time " + text(measured.before())));
    files.stream()
        .limit(FILES)
        .forEach(
            file ->
                out.println(
                    "    %-14s %s"
                        .formatted(
                            file.binary()
                                ? "binary"
                                : "+" + file.linesAdded() + " -" + file.linesRemoved(),
                            Printable.of(file.path()))));
    if (files.size() > FILES) {
      out.println(String.format(Locale.ROOT, "    and %,d more", files.size() - FILES));
    }
    if (measured.busy()) {
      out.println("  A merge or rebase is under way: they count when it is over.");
    }
  }

  private static String line(MeasuredCommit commit) {
    String why =
        switch (commit.reason()) {
          case NEW -> "counts";
          case GONE -> "taken back";
          case COPY -> "a copy of one that counts";
          case ELSEWHERE -> "made elsewhere";
          case MERGED -> "squashed elsewhere, stays counted";
        };
    return "  %s  %s  %s: %s"
        .formatted(
            commit.sha().substring(0, 8),
            text(commit.lines()),
            why,
            Printable.of(commit.subject()));
  }

  /** As one object; lines are numbers. */
  String json() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("repository", repository.name());
    fields.put("location", repository.location());
    fields.put("branch", repository.branch());
    fields.put("first", measured.first());
    fields.put("busy", measured.busy());
    fields.put("sent", sent);
    fields.put("linesAdded", measured.increment().added());
    fields.put("linesRemoved", measured.increment().removed());
    fields.put("uncommittedAdded", measured.uncommittedLines().added());
    fields.put("uncommittedRemoved", measured.uncommittedLines().removed());
    fields.put("uncommittedAddedBefore", measured.before().added());
    fields.put("uncommittedRemovedBefore", measured.before().removed());
    Map<String, String> commits = new LinkedHashMap<>();
    measured
        .commits()
        .forEach(
            commit ->
                commits.put(
                    commit.sha(),
                    commit.reason().name().toLowerCase(Locale.ROOT) + " " + text(commit.lines())));
    fields.put("commits", commits);
    Map<String, String> files = new LinkedHashMap<>();
    measured
        .uncommitted()
        .forEach(
            file ->
                files.put(
                    file.path(),
                    file.binary()
                        ? "binary"
                        : text(new Lines(file.linesAdded(), file.linesRemoved()))));
    fields.put("files", files);
    return JsonText.of(fields);
  }

  private static String text(Lines lines) {
    return String.format(Locale.ROOT, "+%,d -%,d", lines.added(), lines.removed());
  }
}
