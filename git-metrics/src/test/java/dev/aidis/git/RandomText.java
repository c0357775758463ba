package dev.aidis.git;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** File names and contents of the kinds that diffs find difficult. */
final class RandomText {
  private static final List<String> FREQUENT_LINES =
      List.of("", "  }", "}", "end", "    return x;");
  private static final List<String> NAMES =
      List.of("Main.java", "a b.txt", "\"quoted\".md", "tab\there", "größe.txt", "日本語.md", "x.dat");
  private static final List<String> DIRECTORIES = List.of("", "src/", "src/main/", "dócs/", "a b/");

  private final Random random;

  RandomText(Random random) {
    this.random = random;
  }

  String path() {
    String number = random.nextInt(3) == 0 ? "" : Integer.toString(random.nextInt(100));
    return pick(DIRECTORIES) + number + pick(NAMES);
  }

  byte[] lines(int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(line());
    }
    return bytes(lines, random.nextInt(8) > 0);
  }

  byte[] binary() {
    byte[] content = new byte[random.nextInt(20_000)];
    random.nextBytes(content);
    // Sometimes its only zero byte stands where nobody looks for it.
    if (random.nextBoolean()) {
      for (int i = 0; i < content.length; i++) {
        content[i] = content[i] == 0 ? 1 : content[i];
      }
      if (content.length > 9_000) {
        content[8_000 + random.nextInt(1_000)] = 0;
      }
    }
    return content;
  }

  byte[] withCarriageReturns(byte[] content) {
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    for (byte character : content) {
      if (character == '\n') {
        changed.write('\r');
      }
      changed.write(character);
    }
    return changed.toByteArray();
  }

  byte[] attributes() {
    List<String> lines =
        List.of(
            "*.dat -diff",
            "*.txt diff",
            "*.md binary",
            "src/*.java -diff",
            "src/** !diff",
            "x* diff=java");
    return bytes(lines.subList(0, random.nextInt(lines.size())), true);
  }

  /** With some runs of lines removed, added, replaced or moved. */
  byte[] edited(byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int edits = 1 + random.nextInt(8);
    for (int i = 0; i < edits; i++) {
      int from = random.nextInt(lines.size() + 1);
      List<String> run = lines.subList(from, Math.min(lines.size(), from + random.nextInt(20)));
      List<String> moved = List.copyOf(run);
      if (random.nextInt(3) > 0) {
        run.clear();
      }
      if (random.nextInt(4) == 0) {
        lines.addAll(random.nextInt(lines.size() + 1), moved);
      }
      for (int added = random.nextInt(15); added > 0; added--) {
        lines.add(Math.min(from, lines.size()), line());
      }
    }
    return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  private String line() {
    return random.nextInt(3) == 0 ? pick(FREQUENT_LINES) : "line " + random.nextInt(300);
  }

  private byte[] bytes(List<String> lines, boolean endsInLineFeed) {
    String text = String.join("\n", lines) + (endsInLineFeed && !lines.isEmpty() ? "\n" : "");
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
