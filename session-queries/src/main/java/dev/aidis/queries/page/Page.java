package dev.aidis.queries.page;

import java.util.ArrayList;
import java.util.List;

/**
 * What a report says, not how it is drawn.
 *
 * @param tips what to do next, below everything
 */
public record Page(
    Frame frame, Symbol symbol, Text title, List<List<Block>> sections, List<Text> tips) {

  /** What a drawing in lines puts around. */
  public enum Frame {
    /** The plan's: lines above, below, between the sections, and to the left. */
    BOX,
    /** The title, then empty lines between the sections. */
    OPEN,
    /** As {@link #OPEN}, without the title. */
    BARE
  }

  public Page {
    sections = sections.stream().map(List::copyOf).toList();
    tips = List.copyOf(tips);
  }

  public static Writer write(Frame frame, Symbol symbol, Text title) {
    return new Writer(frame, symbol, title);
  }

  /** Puts a page together, from top to bottom. Not thread-safe. */
  public static final class Writer {
    private final Frame frame;
    private final Symbol symbol;
    private final Text title;
    private final List<List<Block>> sections = new ArrayList<>();
    private final List<Text> tips = new ArrayList<>();

    private Writer(Frame frame, Symbol symbol, Text title) {
      this.frame = frame;
      this.symbol = symbol;
      this.title = title;
    }

    /** What follows belongs together. */
    public Writer section() {
      sections.add(new ArrayList<>());
      return this;
    }

    public Writer heading(Symbol icon, String words) {
      return add(new Block.Heading(icon, Text.of(words)));
    }

    public Writer field(String name, Text value) {
      return field(Mark.NONE, Symbol.NONE, name, value);
    }

    public Writer field(Symbol icon, String name, Text value) {
      return field(Mark.NONE, icon, name, value);
    }

    public Writer field(Mark mark, String name, Text... lines) {
      return field(mark, Symbol.NONE, name, lines);
    }

    private Writer field(Mark mark, Symbol icon, String name, Text... lines) {
      return add(new Block.Field(mark, icon, name, List.of(lines)));
    }

    public Writer line(Symbol icon, Text text) {
      return add(new Block.Item(Mark.NONE, icon, text));
    }

    public Writer item(Mark mark, Text text) {
      return add(new Block.Item(mark, Symbol.NONE, text));
    }

    public Writer prose(String told) {
      return add(new Block.Prose(told));
    }

    public Writer gap() {
      return add(new Block.Gap());
    }

    public Writer add(Block block) {
      if (sections.isEmpty()) {
        section();
      }
      sections.getLast().add(block);
      return this;
    }

    public Writer tip(Text tip) {
      tips.add(tip);
      return this;
    }

    public Page page() {
      return new Page(frame, symbol, title, sections, tips);
    }
  }
}
