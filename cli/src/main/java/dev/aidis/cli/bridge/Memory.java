package dev.aidis.cli.bridge;

import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What the tracker said of itself when it was there, for when it is not: in files below {@code
 * $XDG_CACHE_HOME}. It can be removed at any time.
 */
record Memory(Path directory) {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final Set<String> REMEMBERED =
      Set.of(
          "initialize",
          "server/discover",
          "tools/list",
          "prompts/list",
          "resources/list",
          "resources/templates/list");

  static Memory of(Surroundings surroundings) {
    String cache = surroundings.variable("XDG_CACHE_HOME");
    Path base = cache == null ? surroundings.userHome().resolve(".cache") : Path.of(cache);
    return new Memory(base.resolve("aidis/mcp"));
  }

  /** Keeps an answer, if it is one to be remembered. It is a convenience: it may fail. */
  void keep(Line request, String answer) {
    String method = request.method();
    if (method == null
        || !REMEMBERED.contains(method)
        || request.parameters().text("cursor") != null) {
      return;
    }
    result(answer)
        .ifPresent(
            result -> {
              try {
                Files.createDirectories(directory);
                Path part = Files.createTempFile(directory, "answer", ".part");
                Files.writeString(part, result);
                Files.move(part, file(method), StandardCopyOption.ATOMIC_MOVE);
              } catch (IOException | UncheckedIOException e) {
                System.err.println("aidis mcp: cannot write to " + directory + ": " + e);
              }
            });
  }

  /** The result that a method had last. */
  Optional<String> recall(@Nullable String method) {
    try {
      return method == null || !REMEMBERED.contains(method)
          ? Optional.empty()
          : Optional.of(Files.readString(file(method)));
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  /** How the tracker described a tool; empty if it did not. */
  Json tool(String name) {
    return recall("tools/list").flatMap(Json::read).stream()
        .flatMap(list -> list.objects("tools").stream())
        .filter(tool -> tool.text("name", "").equals(name))
        .findFirst()
        .orElseGet(Json::empty);
  }

  private Path file(String method) {
    return directory.resolve(method.replace('/', '-') + ".json");
  }

  /** The text of the result in an answer. */
  private static Optional<String> result(String answer) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), answer)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean isResult = parser.currentName().equals("result");
        parser.nextToken();
        long start = parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        if (isResult) {
          long end = parser.currentTokenLocation().getCharOffset() + 1;
          return Optional.of(answer.substring((int) start, (int) end));
        }
      }
      return Optional.empty();
    }
  }
}
