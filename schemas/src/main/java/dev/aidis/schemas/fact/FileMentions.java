package dev.aidis.schemas.fact;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the files that a text mentions as {@code @path/to/file}, the way assistants' prompts do.
 *
 * <p>A mention starts at the text's beginning or after a character that no word or e-mail address
 * has there. It is a file only if it has a dot or a slash inside: {@code @Override} and {@code
 * @ada} are none, nor is a resource such as {@code @github:issue://7}. A path with spaces is put in
 * quotes: {@code @"my notes.md"}.
 */
public final class FileMentions {
  private static final Pattern MENTION =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_.+\\-/@])@(?!@)(?:\"([^\"\\n]+)\"|([^\\s\"'`<>|,;(){}\\[\\]]+))");

  /** A place in the file: {@code :12}, {@code :12:5}, {@code #L12} or {@code #L12-L20}. */
  private static final Pattern PLACE =
      Pattern.compile("(?::\\d+(?:[:-]\\d+)?|#L?\\d+(?:-L?\\d+)?)$");

  private static final Pattern TRAILING = Pattern.compile("[.,;:!?*_~]+$");
  private static final Pattern HAS_LETTER = Pattern.compile("[\\p{L}]");

  private FileMentions() {}

  /** The paths, distinct, in the order they are mentioned. */
  public static List<String> in(String text) {
    Set<String> paths = new LinkedHashSet<>();
    Matcher mention = MENTION.matcher(text);
    while (mention.find()) {
      String quoted = mention.group(1);
      Optional.ofNullable(quoted == null ? plain(mention.group(2)) : quoted.strip())
          .filter(FileMentions::isPath)
          .map(FileMentions::normalized)
          .ifPresent(paths::add);
    }
    return List.copyOf(paths);
  }

  /** Without {@code ./} in front, so that one file has one name. */
  public static String normalized(String path) {
    return path.startsWith("./") && path.length() > 2 ? normalized(path.substring(2)) : path;
  }

  private static String plain(String mention) {
    String withoutTrailing = TRAILING.matcher(mention).replaceFirst("");
    return PLACE.matcher(withoutTrailing).replaceFirst("");
  }

  private static boolean isPath(String mention) {
    return (mention.indexOf('.') >= 0 || mention.indexOf('/') >= 0)
        && !mention.contains("://")
        && HAS_LETTER.matcher(mention).find();
  }
}
