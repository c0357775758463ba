package dev.aidis.ingest.mcp.argument;

import dev.aidis.ingest.input.BadValues;
import dev.aidis.ingest.input.Suggestion;
import dev.aidis.schemas.ActivityLimits;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The types that arguments have. */
public final class ArgumentTypes {
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /**
   * Neither a comma nor a control character; written so that JSON schema and Java read it alike.
   */
  private static final String IN_TAG = "[^,\\u0000-\\u001f\\u007f]";

  private static final String TAG = IN_TAG + "*[^,\\s\\u0000-\\u001f\\u007f]" + IN_TAG + "*";
  private static final Pattern TAG_TEXT = Pattern.compile(TAG);

  private ArgumentTypes() {}

  /** A text that is not blank. Surrounding white space is cut. */
  public static ArgumentType<String> text(int maxLength) {
    return type(
        schema("type", "string", "minLength", 1, "maxLength", maxLength),
        (name, raw) -> {
          if (!(raw instanceof String text)) {
            throw wrong(name, raw, "must be a text");
          }
          if (text.isBlank()) {
            throw new BadArgumentException(name + " must not be blank");
          }
          BadValues.objection(name, text)
              .ifPresent(
                  objection -> {
                    throw new BadArgumentException(objection);
                  });
          if (text.length() > maxLength) {
            throw new BadArgumentException(
                "%s has %d characters; shorten it to at most %d"
                    .formatted(name, text.length(), maxLength));
          }
          return text.strip();
        });
  }

  public static <E extends Enum<E>> ArgumentType<E> oneOf(
      Class<E> type, Function<E, String> wireName) {
    Map<String, E> byName = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      byName.put(wireName.apply(constant), constant);
    }
    return type(
        schema("type", "string", "enum", List.copyOf(byName.keySet())),
        (name, raw) -> {
          E constant = raw instanceof String text ? byName.get(text) : null;
          if (constant == null) {
            throw wrong(name, raw, "must be one of " + String.join(", ", byName.keySet()));
          }
          return constant;
        });
  }

  public static ArgumentType<UUID> uuid() {
    return type(
        schema("type", "string", "format", "uuid", "pattern", "^" + UUID_TEXT.pattern() + "$"),
        (name, raw) -> {
          if (!(raw instanceof String text) || !UUID_TEXT.matcher(text).matches()) {
            throw wrong(name, raw, "must be the UUID that the tool which made it answered with");
          }
          return UUID.fromString(text);
        });
  }

  /** A count of lines. */
  public static ArgumentType<Integer> lines() {
    return number(0, ActivityLimits.LINES);
  }

  /** A whole number, bounds included. */
  public static ArgumentType<Integer> number(int least, int most) {
    return type(
        schema("type", "integer", "minimum", least, "maximum", most),
        (name, raw) -> {
          if (!(raw instanceof Integer number) || number < least || number > most) {
            throw wrong(name, raw, "must be a whole number from " + least + " to " + most);
          }
          return number;
        });
  }

  /**
   * A text that means something.
   *
   * @param meaning throws {@link IllegalArgumentException} with a sentence, if it has none
   */
  public static <T> ArgumentType<T> meaning(int maxLength, Function<String, T> meaning) {
    ArgumentType<String> text = text(maxLength);
    return type(
        text.schema(),
        (name, raw) -> {
          try {
            return meaning.apply(text.read(name, raw));
          } catch (IllegalArgumentException e) {
            throw new BadArgumentException(String.valueOf(e.getMessage()));
          }
        });
  }

  /**
   * The name of a session: its number, its UUID or {@code current}. Of the number, which assistants
   * like to send as one, the schema does not tell: not every client knows fields of two types.
   */
  public static ArgumentType<String> session() {
    String pattern = "current|#?[0-9]{1,18}|" + UUID_TEXT.pattern();
    Pattern known = Pattern.compile(pattern);
    return type(
        schema("type", "string", "pattern", "^(" + pattern + ")$"),
        (name, raw) -> {
          String text = raw.toString().strip();
          if (!known.matcher(text).matches()) {
            throw wrong(name, raw, "must be a number such as 47, a UUID or current");
          }
          return text;
        });
  }

  public static ArgumentType<List<String>> tags() {
    return tags(0);
  }

  /** At least one tag. */
  public static ArgumentType<List<String>> someTags() {
    return tags(1);
  }

  private static ArgumentType<List<String>> tags(int minItems) {
    ArgumentType<String> tag = text(ActivityLimits.TAG);
    Map<String, Object> item = new LinkedHashMap<>(tag.schema());
    item.put("pattern", "^" + TAG + "$");
    return list(
        minItems,
        ActivityLimits.TAGS,
        item,
        (name, raw) -> {
          String text = tag.read(name, raw);
          if (!TAG_TEXT.matcher(text).matches()) {
            throw wrong(name, raw, "must not contain commas or control characters");
          }
          return text;
        });
  }

  /** Texts without repetition, in the order given. */
  public static ArgumentType<List<String>> texts(int maxItems, int maxLength) {
    ArgumentType<String> text = text(maxLength);
    return list(0, maxItems, text.schema(), text::read);
  }

  private static ArgumentType<List<String>> list(
      int minItems,
      int maxItems,
      Map<String, Object> item,
      BiFunction<String, Object, String> read) {
    Map<String, Object> schema = schema("type", "array", "items", item, "maxItems", maxItems);
    if (minItems > 0) {
      schema.put("minItems", minItems);
    }
    return type(
        schema,
        (name, raw) -> {
          if (!(raw instanceof List<?> elements)) {
            throw wrong(name, raw, "must be a list of texts, such as [\"one\", \"two\"]");
          }
          if (elements.size() < minItems || elements.size() > maxItems) {
            throw new BadArgumentException(
                "%s has %d elements; give %d to %d"
                    .formatted(name, elements.size(), minItems, maxItems));
          }
          LinkedHashSet<String> texts = new LinkedHashSet<>();
          elements.forEach(
              element -> texts.add(read.apply("each of " + name, element == null ? "" : element)));
          return List.copyOf(texts);
        });
  }

  private static BadArgumentException wrong(String name, Object raw, String rule) {
    return new BadArgumentException(
        name + " '" + Suggestion.abbreviate(raw.toString()) + "' " + rule);
  }

  private static Map<String, Object> schema(Object... namesAndValues) {
    Map<String, Object> schema = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      schema.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return schema;
  }

  private static <T> ArgumentType<T> type(
      Map<String, Object> schema, BiFunction<String, Object, T> read) {
    return new ArgumentType<>() {
      @Override
      public Map<String, Object> schema() {
        return schema;
      }

      @Override
      public T read(String name, Object raw) {
        return read.apply(name, raw);
      }
    };
  }
}
