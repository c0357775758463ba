package dev.aidis.domain.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The scenario files on the class path, be they in a folder or in a jar. */
public final class Scenarios {
  private static final String FOLDER = "scenarios";
  private static final String ENDING = ".scenarios";

  private Scenarios() {}

  /** All scenarios, by the name of their file. */
  public static Map<String, List<Scenario>> byFile() {
    Map<String, List<Scenario>> scenarios = new TreeMap<>();
    texts().forEach((file, text) -> scenarios.put(file, ScenarioReader.read(file, text)));
    return scenarios;
  }

  /** The texts of the files, by name. */
  static Map<String, String> texts() {
    URL folder = Scenarios.class.getClassLoader().getResource(FOLDER);
    if (folder == null) {
      throw new IllegalStateException("no folder " + FOLDER + " on the class path");
    }
    try {
      URI uri = folder.toURI();
      if (!"jar".equals(uri.getScheme())) {
        return textsIn(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return textsIn(jar.getPath(FOLDER));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(folder + " is no place of files", e);
    }
  }

  private static Map<String, String> textsIn(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(ENDING)).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
