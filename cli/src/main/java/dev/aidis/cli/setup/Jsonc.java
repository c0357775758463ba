package dev.aidis.cli.setup;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
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

  /**
   * What stands at a path: maps, lists, texts, numbers, booleans; null if nothing does.
   *
   * @param path of names, and of places in lists
   */
  @Nullable Object at(String... path) {
    JsoncParser.Node node = node(path);
    return node == null ? null : node.value();
  }

  private JsoncParser.@Nullable Node node(String... path) {
    JsoncParser.Node node = root;
    for (String name : path) {
      JsoncParser.Member member = node.members().get(name);
      if (member == null) {
        return null;
      }
      node = member.value();
    }
    return node;
  }

  /** With another value at a path; objects on the way are made where there are none. */
  Jsonc with(@Nullable Object value, String... path) {
    JsoncParser.Node node = root;
    for (int depth = 0; depth < path.length; depth++) {
      JsoncParser.Member member = node.members().get(path[depth]);
      if (member == null) {
        return again(inserted(node, path[depth], nested(value, path, depth + 1)));
      }
      if (depth == path.length - 1 || !isObjectOrList(member.value())) {
        String rendered = rendered(nested(value, path, depth + 1), indentAt(member.key()));
        return again(
            text.substring(0, member.value().start())
                + rendered
                + text.substring(member.value().end()));
      }
      node = member.value();
    }
    throw new IllegalArgumentException("a path has a name");
  }

  /** With one more element at the end of the list at a path, which is made if there is none. */
  Jsonc withLast(@Nullable Object element, String... path) {
    JsoncParser.Node list = node(path);
    return list != null && isList(list)
        ? again(inserted(list, "", element))
        : with(Collections.singletonList(element), path);
  }

  /** Without what stands at a path, and without the objects and lists around it, empty then. */
  Jsonc without(String... path) {
    JsoncParser.Node around = node(Arrays.copyOf(path, path.length - 1));
    JsoncParser.Member member = around == null ? null : around.members().get(path[path.length - 1]);
    if (around == null || member == null) {
      return this;
    }
    return around.members().size() == 1 && path.length > 1
        ? without(Arrays.copyOf(path, path.length - 1))
        : again(removed(around, member));
  }

  private String removed(JsoncParser.Node around, JsoncParser.Member member) {
    int end = member.value().end();
    int comma = JsoncParser.skip(text, end);
    if (text.charAt(comma) == ',') {
      end = comma + 1;
      while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      return text.substring(0, member.key()) + text.substring(end);
    }
    int before = endBefore(around, member);
    int commaBefore = JsoncParser.skip(text, before);
    boolean hasComma = commaBefore < member.key();
    String comments = text.substring(hasComma ? commaBefore + 1 : before, member.key());
    String kept = text.substring(0, hasComma ? commaBefore : before) + comments.stripTrailing();
    String rest = text.substring(end);
    boolean wouldComment = comments.contains("//") && goesOn(rest);
    return kept + (wouldComment ? newLine + indentAt(around.start()) : "") + rest;
  }

  /** Whether something follows on the same line. */
  private static boolean goesOn(String rest) {
    return rest.lines().findFirst().filter(line -> !line.isBlank()).isPresent();
  }

  private String inserted(JsoncParser.Node around, String name, @Nullable Object value) {
    boolean isEmpty = around.members().isEmpty();
    String outer = indentAt(around.start());
    String inner = isEmpty ? outer + unit : indentAt(firstKey(around));
    String named = isList(around) ? "" : JsonTree.quoted(name) + ": ";
    int last = isEmpty ? around.start() + 1 : lastEnd(around);
    boolean needsComma = !isEmpty && text.charAt(JsoncParser.skip(text, last)) != ',';
    int brace = around.end() - 1;
    int before = brace;
    while (Character.isWhitespace(text.charAt(before - 1))) {
      before--;
    }
    return text.substring(0, last)
        + (needsComma ? "," : "")
        + text.substring(last, before)
        + newLine
        + inner
        + named
        + rendered(value, inner)
        + newLine
        + outer
        + text.substring(brace);
  }

  private boolean isList(JsoncParser.Node node) {
    return text.charAt(node.start()) == '[';
  }

  private boolean isObjectOrList(JsoncParser.Node node) {
    return isList(node) || text.charAt(node.start()) == '{';
  }

  /** Where the member before ends; without one, where what is around begins. */
  private static int endBefore(JsoncParser.Node around, JsoncParser.Member member) {
    return around.members().values().stream()
        .mapToInt(other -> other.value().end())
        .filter(end -> end <= member.key())
        .max()
        .orElse(around.start() + 1);
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
