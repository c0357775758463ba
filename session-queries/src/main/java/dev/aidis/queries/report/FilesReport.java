package dev.aidis.queries.report;

import dev.aidis.queries.FileList;
import dev.aidis.queries.FileView;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.page.Block;
import dev.aidis.queries.page.Block.Column;
import dev.aidis.queries.page.Block.Fit;
import dev.aidis.queries.page.Mark;
import dev.aidis.queries.page.Page;
import dev.aidis.queries.page.Page.Frame;
import dev.aidis.queries.page.Symbol;
import dev.aidis.queries.page.Text;
import java.util.List;

/** The files of a session as a table. */
public final class FilesReport {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("File", Fit.FLOW, 0),
          new Column("Modified", Fit.NUMBER, 1),
          new Column("@mentioned", Fit.NUMBER, 3),
          new Column("Added", Fit.NUMBER, 2),
          new Column("Removed", Fit.NUMBER, 2));

  private FilesReport() {}

  /** What the files say, in their order, and how many there are. */
  public static Page of(SessionView session, FileList files) {
    List<FileView> most = files.most();
    String count = most.size() < files.all() ? most.size() + " of " : "";
    Page.Writer page =
        Page.write(
                Frame.OPEN,
                Symbol.FOLDER,
                Text.of("Session #%d - ".formatted(session.number()))
                    .and(Text.told(session.project(), "no project"))
                    .and(" - " + count + Wording.count(files.all(), "file")))
            .section();
    return most.isEmpty()
        ? page.line(Symbol.NONE, Text.of("No files yet.")).page()
        : page.add(
                new Block.Table(
                    Mark.NONE, true, COLUMNS, most.stream().map(FilesReport::row).toList()))
            .page();
  }

  private static List<Text> row(FileView file) {
    return List.of(
        Text.told(file.path()),
        Text.of(Long.toString(file.timesModified())),
        Text.of(Long.toString(file.mentions())),
        Text.of("+" + file.linesAdded()),
        Text.of("-" + file.linesRemoved()));
  }
}
