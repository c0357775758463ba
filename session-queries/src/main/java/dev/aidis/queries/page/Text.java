package dev.aidis.queries.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A line of text, of our words and of those that users told. */
public record Text(List<Span> spans) {
  public static final Text EMPTY = new Text(List.of());

  /**
   * Words of one origin.
   *
   * @param told by users, so it may hold anything
   */
  public record Span(String words, boolean told, Tone tone) {}

  public Text {
    spans = List.copyOf(spans);
  }

  /** Our own words. */
  public static Text of(String words) {
    return new Text(List.of(new Span(words, false, Tone.PLAIN)));
  }

  /** What users told, on one line. */
  public static Text told(String words) {
    return new Text(List.of(new Span(words, true, Tone.PLAIN)));
  }

  /** What users told, or our own words if that is nothing to see. */
  public static Text told(@Nullable String words, String instead) {
    return words == null || UserText.line(words).isEmpty() ? of(instead) : told(words);
  }

  /** What users told, with commas between, or our own words if there is nothing. */
  public static Text told(List<String> words, String instead) {
    Text all = EMPTY;
    for (String one : words) {
      if (!UserText.line(one).isEmpty()) {
        all = (all.isEmpty() ? all : all.and(", ")).and(told(one));
      }
    }
    return all.isEmpty() ? of(instead) : all;
  }

  public Text and(String words) {
    return and(of(words));
  }

  public Text and(Text more) {
    List<Span> both = new ArrayList<>(spans);
    both.addAll(more.spans);
    return new Text(both);
  }

  /** The same words in one tone. */
  public Text in(Tone tone) {
    return new Text(spans.stream().map(span -> new Span(span.words, span.told, tone)).toList());
  }

  public boolean isEmpty() {
    return spans.stream().allMatch(span -> span.words.isEmpty());
  }

  /** The words alone, those of users on one line and without anything that is not text. */
  public String plain() {
    return spans.stream()
        .map(span -> span.told ? UserText.line(span.words) : span.words)
        .collect(Collectors.joining());
  }
}
