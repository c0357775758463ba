package dev.aidis.cli.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document as its user wrote it, with comments and commas at the ends as editors allow them.
 * What is changed is put into the text: everything else stays, to the letter.
 */
final class Jsonc {
  private final String text;
  private final JsoncParser.Node root;
  private final String newLine;
  private final String unit;

  private Jsonc(String text, JsoncParser.Node root) {
    this.text = text;
    this.root = root;
    this.newLine = text.contains("\r\n") ? "\r\n" : "\n";
    this.unit = root.members().isEmpty() ? "  " : unitOf(indentAt(firstKey(root)));
  }

  /** Empty if it is not one object. A text of nothing is an empty object. */
  static Optional<Jsonc> of(String text) {
    String whole = text.isBlank() ? "{}\n" : text;
    return JsoncParser.parse(whole).map(node -> new Jsonc(whole, node));
  }

  String text() {
    return text;
  }

  /** What stands at a path: maps, lists, texts, numbers, booleans; null if nothing does. */
  @Nullable Object at(String... path) {
    JsoncParser.Node node = root;
    for (String name : path) {
      JsoncParser.Member member = node.members().get(name);
      if (member == null) {
        return null;
      }
      node = member.value();
    }
    return node.value();
  }

  /** With another value at a path; objects on the way are made where there are none. */
  Jsonc with(@Nullable Object value, String... path) {
    JsoncParser.Node node = root;
    for (int depth = 0; depth < path.length; depth++) {
      JsoncParser.Member member = node.members().get(path[depth]);
      if (member == null) {
        return again(inserted(node, path[depth], nested(value, path, depth + 1)));
      }
      if (depth == path.length - 1) {
        String rendered = rendered(value, indentAt(member.key()));
        return again(
            text.substring(0, member.value().start())
                + rendered
                + text.substring(member.value().end()));
      }
      node = member.value();
    }
    throw new IllegalArgumentException("a path has a name");
  }

  /** Without what stands at a path, and without the objects around it that are empty then. */
  Jsonc without(String... path) {
    JsoncParser.Node node = root;
    for (int depth = 0; depth < path.length - 1; depth++) {
      JsoncParser.Member member = node.members().get(path[depth]);
      if (member == null) {
        return this;
      }
      node = member.value();
    }
    JsoncParser.Member member = node.members().get(path[path.length - 1]);
    if (member == null) {
      return this;
    }
    if (node.members().size() == 1 && path.length > 1) {
      List<String> around = new ArrayList<>(List.of(path));
      around.removeLast();
      return without(around.toArray(String[]::new));
    }
    return again(removed(member));
  }

  private String removed(JsoncParser.Member member) {
    int start = member.key();
    int end = member.value().end();
    int comma = JsoncParser.skip(text, end);
    if (comma < text.length() && text.charAt(comma) == ',') {
      end = comma + 1;
      while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      return text.substring(0, start) + text.substring(end);
    }
    while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    boolean commaBefore = start > 0 && text.charAt(start - 1) == ',';
    return text.substring(0, commaBefore ? start - 1 : start) + text.substring(end);
  }

  private String inserted(JsoncParser.Node object, String name, @Nullable Object value) {
    int brace = object.end() - 1;
    String outer = indentAt(object.start());
    String inner = object.members().isEmpty() ? outer + unit : indentAt(firstKey(object));
    String member = inner + JsonTree.quoted(name) + ": " + rendered(value, inner);
    if (object.members().isEmpty()) {
      return text.substring(0, object.start() + 1)
          + newLine
          + member
          + newLine
          + outer
          + text.substring(brace);
    }
    int last = lastEnd(object);
    int comma = JsoncParser.skip(text, last);
    boolean hasComma = text.charAt(comma) == ',';
    int before = brace;
    while (Character.isWhitespace(text.charAt(before - 1))) {
      before--;
    }
    return text.substring(0, last)
        + (hasComma ? "" : ",")
        + text.substring(last, before)
        + newLine
        + member
        + newLine
        + outer
        + text.substring(brace);
  }

  private static int firstKey(JsoncParser.Node object) {
    return object.members().values().iterator().next().key();
  }

  private static int lastEnd(JsoncParser.Node object) {
    return object.members().values().stream().mapToInt(m -> m.value().end()).max().orElseThrow();
  }

  private static @Nullable Object nested(@Nullable Object value, String[] path, int from) {
    Object nested = value;
    for (int depth = path.length - 1; depth >= from; depth--) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      object.put(path[depth], nested);
      nested = object;
    }
    return nested;
  }

  private String rendered(@Nullable Object value, String indent) {
    return JsonTree.write(value, unit, newLine + indent);
  }

  /** The blanks at the beginning of the line. */
  private String indentAt(int position) {
    int start = text.lastIndexOf('\n', position - 1) + 1;
    int end = start;
    while (end < position && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  private static String unitOf(String indent) {
    return indent.isEmpty() ? "  " : indent;
  }

  private static Jsonc again(String changed) {
    return of(changed)
        .orElseThrow(() -> new IllegalStateException("the change made it unreadable: " + changed));
  }
}
