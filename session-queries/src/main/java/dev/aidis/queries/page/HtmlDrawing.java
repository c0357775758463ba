package dev.aidis.queries.page;

import dev.aidis.queries.page.Block.Column;
import dev.aidis.queries.page.Block.Field;
import dev.aidis.queries.page.Block.Fit;
import dev.aidis.queries.page.Block.Gap;
import dev.aidis.queries.page.Block.Heading;
import dev.aidis.queries.page.Block.Item;
import dev.aidis.queries.page.Block.Prose;
import dev.aidis.queries.page.Block.Table;
import java.util.List;
import java.util.stream.Collectors;

/** Draws a page in HTML: one document without scripts that loads nothing. */
final class HtmlDrawing {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
      <style>
      :root { color-scheme: light dark; --ink: #1c1f23; --faint: #667; --paper: #fff; --edge: #d8dbe0;
        --good: #197a3c; --fair: #8a6100; --poor: #b3261e; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #e4e6ea; --faint: #9aa0aa; --paper: #16181c; --edge: #343840;
          --good: #6fd08c; --fair: #e3b341; --poor: #ff8a80; } }
      body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
        max-width: 60rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
      h1 { font-size: 1.5rem; } h2 { font-size: 1.05rem; margin: 1rem 0 .25rem; }
      section { border-top: 1px solid var(--edge); padding: .75rem 0; }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .25rem 0; }
      dt { color: var(--faint); } dd { margin: 0; } p { margin: .25rem 0; }
      ul { margin: .25rem 0; padding-left: 1.25rem; } .prose { white-space: pre-wrap; }
      .scroll { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
      th, td { text-align: start; padding: .2rem .75rem .2rem 0; border-bottom: 1px solid var(--edge); vertical-align: top; }
      .number { text-align: end; } .strong { font-weight: 600; } .faint, footer { color: var(--faint); }
      .good { color: var(--good); } .fair { color: var(--fair); } .poor { color: var(--poor); }
      .even { font-family: ui-monospace, monospace; white-space: pre; }
      </style>
      """;

  private final StringBuilder drawn = new StringBuilder();
  private String open = "";

  String draw(Page page) {
    String title = page.symbol().lead() + page.title().plain();
    drawn.append(HEAD).append("<title>").append(escaped(title.strip()));
    drawn.append("</title>\n</head>\n<body>\n");
    drawn.append("<h1>").append(lead(page.symbol())).append(inline(page.title()));
    drawn.append("</h1>\n");
    for (List<Block> section : page.sections()) {
      drawn.append("<section>\n");
      section.forEach(this::block);
      within("");
      drawn.append("</section>\n");
    }
    for (Text tip : page.tips()) {
      element("footer", "", lead(Symbol.BULB) + "Tip: " + inline(tip));
    }
    return drawn.append("</body>\n</html>\n").toString();
  }

  private void block(Block block) {
    switch (block) {
      case Heading(Symbol symbol, Text text) -> element("h2", "", lead(symbol) + inline(text));
      case Field(Mark _, Symbol symbol, String name, List<Text> lines) -> {
        within("dl");
        drawn.append("<dt>").append(lead(symbol)).append(escaped(name)).append("</dt>");
        drawn.append("<dd>");
        drawn.append(lines.stream().map(HtmlDrawing::inline).collect(Collectors.joining("<br />")));
        drawn.append("</dd>\n");
      }
      case Item(Mark mark, Symbol symbol, Text text) -> {
        String words = lead(symbol) + inline(text);
        if (mark == Mark.NONE) {
          element("p", "", words);
        } else {
          within("ul");
          drawn.append("<li>").append(words).append("</li>\n");
        }
      }
      case Prose(String told) ->
          element(
              "p",
              " class=\"prose\" dir=\"auto\"",
              escaped(String.join("\n", UserText.lines(told))));
      case Gap _ -> {}
      case Table(Mark _, boolean _, List<Column> columns, List<List<Text>> rows) ->
          table(columns, rows);
    }
  }

  private void table(List<Column> columns, List<List<Text>> rows) {
    within("");
    drawn.append("<div class=\"scroll\"><table>\n<thead><tr>");
    columns.forEach(
        column ->
            drawn
                .append("<th scope=\"col\"")
                .append(aligned(column))
                .append('>')
                .append(escaped(column.title()))
                .append("</th>"));
    drawn.append("</tr></thead>\n<tbody>\n");
    for (List<Text> row : rows) {
      drawn.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        drawn.append("<td").append(aligned(columns.get(i))).append('>');
        drawn.append(inline(row.get(i))).append("</td>");
      }
      drawn.append("</tr>\n");
    }
    drawn.append("</tbody>\n</table></div>\n");
  }

  private static String aligned(Column column) {
    return column.fit() == Fit.NUMBER ? " class=\"number\"" : "";
  }

  private void element(String name, String attributes, String content) {
    within("");
    drawn.append('<').append(name).append(attributes).append('>').append(content);
    drawn.append("</").append(name).append(">\n");
  }

  /** Goes on in a list of that kind, or outside of lists. */
  private void within(String list) {
    if (!open.equals(list)) {
      drawn.append(open.isEmpty() ? "" : "</" + open + ">\n");
      drawn.append(list.isEmpty() ? "" : "<" + list + ">\n");
      open = list;
    }
  }

  private static String lead(Symbol symbol) {
    return symbol.lead().isBlank()
        ? ""
        : "<span aria-hidden=\"true\">" + symbol.lead().strip() + "</span> ";
  }

  private static String inline(Text text) {
    return text.spans().stream().map(HtmlDrawing::inline).collect(Collectors.joining());
  }

  private static String inline(Text.Span span) {
    String words = escaped(span.told() ? UserText.line(span.words()) : span.words());
    String isolated = span.told() ? "<bdi>" + words + "</bdi>" : words;
    return span.tone() == Tone.PLAIN
        ? isolated
        : "<span class=\"" + span.tone().htmlClass() + "\">" + isolated + "</span>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
