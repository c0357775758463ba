package dev.aidis.cli.setup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads JSON with comments, and where in the text everything stands. */
final class JsoncParser {
  private static final int DEEPEST = 200;

  private final String text;
  private int at;
  private int depth;

  private JsoncParser(String text) {
    this.text = text;
  }

  /**
   * A value.
   *
   * @param start where it begins in the text
   * @param end behind its last character
   * @param value as a map, list, text, number, boolean or null
   * @param members of an object by name, of a list by place: 0, 1 …
   */
  record Node(int start, int end, @Nullable Object value, Map<String, Member> members) {}

  /**
   * A member of an object or a list.
   *
   * @param key where its name begins; in a list, where it begins itself
   */
  record Member(int key, Node value) {}

  private static final class NotJson extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Empty if the text is not one object. */
  static Optional<Node> parse(String text) {
    JsoncParser parser = new JsoncParser(text);
    try {
      parser.at = skip(text, text.startsWith("\uFEFF") ? 1 : 0);
      if (parser.peek() != '{') {
        return Optional.empty();
      }
      Node root = parser.value();
      return skip(text, root.end()) == text.length() ? Optional.of(root) : Optional.empty();
    } catch (NotJson | StringIndexOutOfBoundsException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The next place that is neither blank nor in a comment. */
  static int skip(String text, int from) {
    int at = from;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else {
        return at;
      }
    }
    return at;
  }

  private Node value() {
    if (++depth > DEEPEST) {
      throw new NotJson();
    }
    Node node =
        switch (peek()) {
          case '{' -> object();
          case '[' -> list();
          case '"' -> {
            int start = at;
            String string = string();
            yield new Node(start, at, string, Map.of());
          }
          default -> word();
        };
    depth--;
    return node;
  }

  private Node object() {
    int start = at++;
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Map<String, Member> members = new LinkedHashMap<>();
    while (next() != '}') {
      int key = at;
      String name = string();
      require(':');
      next();
      Node value = value();
      values.put(name, value.value());
      members.put(name, new Member(key, value));
      if (next() != '}') {
        require(',');
      }
    }
    return new Node(start, ++at, values, members);
  }

  private Node list() {
    int start = at++;
    List<@Nullable Object> values = new ArrayList<>();
    Map<String, Member> members = new LinkedHashMap<>();
    while (next() != ']') {
      Node value = value();
      members.put(String.valueOf(values.size()), new Member(value.start(), value));
      values.add(value.value());
      if (next() != ']') {
        require(',');
      }
    }
    return new Node(start, ++at, values, members);
  }

  private Node word() {
    int start = at;
    while (at < text.length()
        && ("+-.".indexOf(text.charAt(at)) >= 0 || Character.isLetterOrDigit(text.charAt(at)))) {
      at++;
    }
    String word = text.substring(start, at);
    Object value =
        switch (word) {
          case "true" -> true;
          case "false" -> false;
          case "null" -> null;
          default -> new BigDecimal(word);
        };
    return new Node(start, at, value, Map.of());
  }

  private String string() {
    if (peek() != '"') {
      throw new NotJson();
    }
    StringBuilder string = new StringBuilder();
    at++;
    while (peek() != '"') {
      char c = text.charAt(at++);
      string.append(c == '\\' ? escaped() : c);
    }
    at++;
    return string.toString();
  }

  /** The character that is written behind a backslash. */
  private char escaped() {
    char c = text.charAt(at++);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        at += 4;
        yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      default -> c;
    };
  }

  private char peek() {
    return text.charAt(at);
  }

  private char next() {
    at = skip(text, at);
    return peek();
  }

  private void require(char expected) {
    if (next() != expected) {
      throw new NotJson();
    }
    at++;
  }
}
