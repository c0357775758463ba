package dev.aidis.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was once written stays readable, and what is written does not change unnoticed. Each
 * published version has its files {@code golden/<contract>/<version>-<sample>.avro}, never edited,
 * and beside each a {@code .json} that says what it decodes to.
 */
class GoldenFilesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path PROPOSED = Path.of("target/golden");

  @ParameterizedTest
  @MethodSource("dev.aidis.schemas.serde.Contract#all")
  <T extends Record> void every_golden_file_decodes_to_what_its_json_says(Contract<T> contract)
      throws IOException {
    for (Path file : goldenFiles(contract)) {
      // Given
      byte[] bytes = Files.readAllBytes(file);
      String json = Files.readString(sibling(file, ".json"));
      // When
      T read = contract.codec().decode(bytes);
      // Then
      assertThat(ReadableJson.of(read)).as("%s", file).isEqualTo(json);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.aidis.schemas.serde.Contract#all")
  <T extends Record> void every_published_version_has_golden_files(Contract<T> contract)
      throws IOException {
    // Given
    int versions = contract.codec().versions().all().size();
    // When
    Set<String> withFiles =
        goldenFiles(contract).stream()
            .map(file -> fileName(file).replaceFirst("-.*", ""))
            .collect(Collectors.toSet());
    // Then
    assertThat(withFiles)
        .isEqualTo(
            IntStream.rangeClosed(1, versions)
                .mapToObj(Integer::toString)
                .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("dev.aidis.schemas.serde.Contract#all")
  <T extends Record> void a_sample_is_written_as_in_the_golden_file_of_the_current_version(
      Contract<T> contract) throws IOException {
    // Given
    Map<String, Record> samples = Samples.of(contract);
    proposeMissing(contract, samples);
    samples.forEach(
        (name, sample) -> {
          // When
          byte[] bytes = contract.codec().encode(contract.type().cast(sample));
          // Then
          assertThat(current(GOLDEN, contract, name)).hasBinaryContent(bytes);
        });
  }

  /** A new version or a new sample has no golden files yet: what they would be, to be checked. */
  private static <T extends Record> void proposeMissing(
      Contract<T> contract, Map<String, Record> samples) throws IOException {
    List<Path> proposed = new ArrayList<>();
    for (Map.Entry<String, Record> sample : samples.entrySet()) {
      if (Files.notExists(current(GOLDEN, contract, sample.getKey()))) {
        Path file = current(PROPOSED, contract, sample.getKey());
        Files.createDirectories(PROPOSED.resolve(contract.name()));
        Files.write(file, contract.codec().encode(contract.type().cast(sample.getValue())));
        Files.writeString(sibling(file, ".json"), ReadableJson.of(sample.getValue()));
        proposed.add(file);
      }
    }
    assertThat(proposed).as("check these files and copy them to %s", GOLDEN).isEmpty();
  }

  private static Path current(Path directory, Contract<?> contract, String sample) {
    int version = contract.codec().versions().all().size();
    return directory.resolve(contract.name()).resolve(version + "-" + sample + ".avro");
  }

  private static Set<Path> goldenFiles(Contract<?> contract) throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN.resolve(contract.name()))) {
      return files.filter(file -> fileName(file).endsWith(".avro")).collect(Collectors.toSet());
    }
  }

  private static Path sibling(Path file, String extension) {
    return file.resolveSibling(fileName(file).replace(".avro", extension));
  }

  private static String fileName(Path file) {
    return Objects.requireNonNull(file.getFileName()).toString();
  }
}
