package dev.aidis.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The launcher and its scripts in a checkout that is built, with a {@code java} that prints its
 * arguments, one a line, and writes the cache that it is asked for.
 */
final class FakeCheckout {
  private static final Path REAL = Path.of("..").toAbsolutePath().normalize();
  private static final long PATIENCE_SECONDS = 30;
  private static final String JAVA =
      """
      #!/bin/sh
      for argument; do
        case $argument in
        -XX:AOTCacheOutput=*)
          [ ! -e "$TRAINING" ] || cat "$TRAINING"
          echo trained >"${argument#*=}"
          ;;
        esac
        printf '%s\\n' "$argument"
      done
      """;

  private final Path root;
  private final Path jdk;
  private final Map<String, String> environment = new HashMap<>();

  /** What a run left on both its outputs. */
  record Result(int exitCode, String output, long pid) {}

  FakeCheckout(Path root) throws IOException {
    this.root = root;
    jdk = root.resolveSibling("jdk");
    Files.createDirectories(root.resolve("scripts"));
    try (Stream<Path> scripts = Files.list(REAL.resolve("scripts"))) {
      for (Path script : scripts.filter(Files::isRegularFile).toList()) {
        Files.copy(script, root.resolve("scripts").resolve(script.getFileName()));
      }
    }
    Files.copy(REAL.resolve("aidis"), launcher(), StandardCopyOption.COPY_ATTRIBUTES);
    write(root.resolve("pom.xml"), "");
    for (String module : List.of("cli", "standalone")) {
      write(root.resolve(module).resolve("pom.xml"), "");
      Files.createDirectories(root.resolve(module).resolve("src/main"));
    }
    write(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\nJAVA_RUNTIME_VERSION=\"25.0.1+8\"\n");
    executable(jdk.resolve("bin/java"), JAVA);
    executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    // Last of all: they are newer than their sources.
    write(app("standalone").resolve("standalone-1.jar"), "");
    write(app("cli").resolve("cli-1.jar"), "");
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", root.resolveSibling("home").toString());
    environment.put("JAVA_HOME", jdk.toString());
    environment.put("TRAINING", training().toString());
  }

  FakeCheckout without(String variable) {
    environment.remove(variable);
    return this;
  }

  FakeCheckout with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** The caches of both modules are there. */
  FakeCheckout trained() throws IOException {
    write(cache("cli"), "cache");
    write(cache("standalone"), "cache");
    return this;
  }

  Path app(String module) {
    return root.resolve(module).resolve("target/app");
  }

  Path cache(String module) {
    return app(module).resolve(module + "-25.0.1+8.aot");
  }

  Path lock() {
    return root.resolve("target/aidis-build.lock");
  }

  Path jdk() {
    return jdk;
  }

  /** What training reads to its end, if it is there. */
  Path training() {
    return root.resolveSibling("training");
  }

  /** Runs the launcher; what it leaves in the background is not waited for. */
  Result aidis(String... arguments) throws IOException, InterruptedException {
    Path output = Files.createTempFile(root.getParent(), "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(Stream.of("sh", launcher().toString()), Stream.of(arguments))
                    .toList())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    String text = Files.readString(output);
    if (!ended) {
      throw new AssertionError("not done in " + PATIENCE_SECONDS + " s: " + text);
    }
    return new Result(process.exitValue(), text, process.pid());
  }

  private Path launcher() {
    return root.resolve("aidis");
  }

  private static void executable(Path file, String text) throws IOException {
    write(file, text);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
