package dev.aidis.queries.page;

import dev.aidis.queries.page.Block.Column;
import dev.aidis.queries.page.Block.Fit;
import dev.aidis.queries.page.Page.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes texts as nobody should write them, and pages full of them; the same for a seed. */
final class Hostile {
  /** What is seen, as it is written. */
  private static final List<String> SEEN =
      List.of(
          "a",
          "B",
          "7",
          "word ",
          " ",
          "  ",
          "long-word-without-a-space",
          "日本",
          "한글",
          "\u1112\u1161\u11ab",
          "e\u0301",
          "e\u0301\u0302\u0323",
          "क्षि",
          "🚀",
          "👩‍💻",
          "👨‍👩‍👧‍👦",
          "👍🏽",
          "🇩🇪",
          "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
          "⏱️",
          "1️⃣",
          "שלום",
          "مرحبا",
          "نمی\u200cدانم",
          "\ue000",
          "\u0301");

  /** What means something to somebody: terminals, Markdown, HTML. */
  private static final List<String> SPECIAL =
      List.of(
          "\u001b[2J",
          "\u001b]0;owned\u0007",
          "\u001b[31m",
          "\u009b5m",
          "\u001b",
          "\u0000",
          "\u0007",
          "\b",
          "\t",
          "\r",
          "\n",
          "\r\n",
          "\u2028",
          "\u0085",
          "\u202e",
          "\u2066",
          "\u2068",
          "\u2069",
          "\u200f",
          "\u00ad",
          "\ufeff",
          "\ud83d",
          "\ufffe",
          "\u3164",
          "\udb40\udc61",
          "*",
          "**",
          "_",
          "`",
          "```",
          "|",
          "<",
          ">",
          "<script>alert(1)</script>",
          "<!--",
          "]]>",
          "&amp;",
          "&#60;",
          "&",
          "\"",
          "'",
          "# ",
          "- ",
          "1. ",
          "+ ",
          "> ",
          "---",
          "===",
          "[x](http://e.org)",
          "![x](y)",
          "http://e.org",
          "www.e.org",
          "a@e.org",
          "@team",
          "\\",
          "~~~",
          "$x$",
          "%s",
          "%n",
          "║",
          "╔");

  private final Random random;

  Hostile(long seed) {
    random = new Random(seed);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(25); left > 0; left--) {
      text.append(one(random.nextInt(3) == 0 ? SPECIAL : SEEN));
    }
    return text.toString();
  }

  int width() {
    return 20 + random.nextInt(281);
  }

  Page page() {
    Page.Writer page = Page.write(one(Frame.values()), one(Symbol.values()), line());
    for (int sections = random.nextInt(4); sections > 0; sections--) {
      page.section();
      for (int blocks = 1 + random.nextInt(5); blocks > 0; blocks--) {
        page.add(block());
      }
    }
    return page.tip(line()).page();
  }

  private Block block() {
    return switch (random.nextInt(6)) {
      case 0 -> new Block.Heading(one(Symbol.values()), Text.of("A heading"));
      case 1 ->
          new Block.Field(
              one(Mark.values()),
              one(Symbol.values()),
              "Some name",
              random.nextBoolean() ? List.of(line()) : List.of(line(), line()));
      case 2 -> new Block.Item(one(Mark.values()), one(Symbol.values()), line());
      case 3 -> new Block.Prose(text());
      case 4 -> new Block.Gap();
      default -> table();
    };
  }

  private Block table() {
    List<Column> columns = new ArrayList<>();
    for (int left = 1 + random.nextInt(8); left > 0; left--) {
      columns.add(new Column("Title " + left, one(Fit.values()), random.nextInt(9)));
    }
    List<List<Text>> rows = new ArrayList<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      rows.add(columns.stream().map(column -> line()).toList());
    }
    return new Block.Table(one(Mark.values()), random.nextBoolean(), columns, rows);
  }

  private Text line() {
    return Text.of("our own " + random.nextInt(100) + " × ")
        .and(Text.told(text()).in(one(Tone.values())))
        .and(" words");
  }

  private <T> T one(T[] of) {
    return of[random.nextInt(of.length)];
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
