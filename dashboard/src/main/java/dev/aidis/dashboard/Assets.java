package dev.aidis.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All files of the dashboard, in memory.
 *
 * @param shell the one HTML page, in which scripts draw every view
 * @param version names the content of all files but the shell; part of their paths, so that what
 *     lies at a path never changes
 */
record Assets(Asset shell, String version, Map<String, Asset> byName) {
  private static final String ROOT = "/dev/aidis/dashboard/assets";
  private static final String SHELL = "index.html";

  /** Reads them out of this module's jar or folder. */
  static Assets load() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    URI root = root();
    if (root.getScheme().equals("jar")) {
      try (FileSystem jar = FileSystems.newFileSystem(root, Map.of())) {
        read(jar.getPath(ROOT), files);
      }
    } else {
      read(Path.of(root), files);
    }
    return of(files);
  }

  @Nullable Asset find(String name) {
    return byName.get(name);
  }

  private static Assets of(Map<String, byte[]> files) {
    String shell = new String(Objects.requireNonNull(files.remove(SHELL)), UTF_8);
    Map<String, Asset> byName = new TreeMap<>();
    files.forEach((name, content) -> byName.put(name, Asset.of(name, content)));
    StringBuilder all = new StringBuilder();
    byName.forEach((name, asset) -> all.append(name).append(asset.tag()));
    String version = Asset.tag(all.toString().getBytes(UTF_8));
    byte[] page = shell.replace("{version}", version).getBytes(UTF_8);
    return new Assets(Asset.of(SHELL, page), version, byName);
  }

  private static void read(Path root, Map<String, byte[]> files) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
  }

  private static URI root() {
    try {
      return Objects.requireNonNull(Assets.class.getResource(ROOT), ROOT).toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
