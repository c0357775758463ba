package dev.aidis.schemas.fact;

import dev.aidis.schemas.ActivityLimits;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an assistant works, on whatever system: tells how a file is named in its project.
 *
 * @param root the repository, or the directory the assistant was started in
 * @param directory what relative paths begin at
 */
public record WorkPlace(@Nullable String root, @Nullable String directory) {
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[/\\\\]");

  public WorkPlace {
    root = root == null ? null : directory(root);
    directory = directory == null ? null : directory(directory);
  }

  /**
   * Relative to the root, such as {@code src/Login.java}; the whole path if it lies outside. Empty
   * if that is longer than a path can be.
   */
  public Optional<String> nameOf(String path) {
    String name = path.startsWith("~") ? path : relative(whole(path));
    return name.isEmpty() || name.length() > ActivityLimits.TEXT
        ? Optional.empty()
        : Optional.of(name);
  }

  private String whole(String path) {
    if (directory == null || path.startsWith("/") || isOfWindows(path)) {
      return plain(path);
    }
    return plain(directory + "/" + path);
  }

  private String relative(String whole) {
    return root != null && whole.startsWith(root + "/") && whole.length() > root.length() + 1
        ? whole.substring(root.length() + 1)
        : whole;
  }

  /** With slashes only, and without {@code .} and {@code ..} where they can be resolved. */
  static String plain(String path) {
    String slashed = isOfWindows(path) ? path.replace('\\', '/') : path;
    Deque<String> parts = new ArrayDeque<>();
    for (String part : slashed.split("/+", -1)) {
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    String joined = String.join("/", parts);
    String end = !joined.isEmpty() && slashed.endsWith("/") ? "/" : "";
    return (slashed.startsWith("/") ? "/" : "") + joined + end;
  }

  private static String directory(String path) {
    String plain = plain(path);
    return plain.length() > 1 && plain.endsWith("/")
        ? plain.substring(0, plain.length() - 1)
        : plain;
  }

  private static boolean isOfWindows(String path) {
    return DRIVE.matcher(path).lookingAt();
  }
}
