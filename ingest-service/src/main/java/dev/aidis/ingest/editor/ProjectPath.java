package dev.aidis.ingest.editor;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file in its project.
 *
 * @param root the project's folder, as far as known
 * @param name of the file: relative to the folder, as hooks name it; else its whole path
 */
record ProjectPath(@Nullable String root, String name) {

  /**
   * WakaTime tells how many slashes the folder's path has, with one at its end. Where it does not,
   * the folder is the one that is called like the project.
   */
  static ProjectPath of(String path, int rootParts, @Nullable String project) {
    String plain = path.matches("[A-Za-z]:[/\\\\].*") ? path.replace('\\', '/') : path;
    List<String> parts = Arrays.asList(plain.split("/", -1));
    int folders = rootParts > 0 ? rootParts : parts.indexOf(project) + 1;
    if (folders <= 1 || folders >= parts.size()) {
      return new ProjectPath(null, plain);
    }
    return new ProjectPath(
        String.join("/", parts.subList(0, folders)),
        String.join("/", parts.subList(folders, parts.size())));
  }
}
