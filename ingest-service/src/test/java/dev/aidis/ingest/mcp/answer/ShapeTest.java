package dev.aidis.ingest.mcp.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShapeTest {
  private record Dog(String name, @Nullable Integer age, List<String> toys) {}

  private static final Shape<Dog> DOG =
      Shape.<Dog>empty()
          .with("name", Json.TEXT, "How it is called.", Dog::name)
          .maybe("age", Json.INTEGER, "In years, if it is known.", Dog::age)
          .with("toys", Json.TEXTS, "What it plays with.", Dog::toys);

  @Test
  void aSchemaSaysWhichFieldsAreAlwaysThere() {
    assertThat(DOG.schema())
        .isEqualTo(
            Map.of(
                "type",
                "object",
                "properties",
                Map.of(
                    "name",
                    Map.of("type", "string", "description", "How it is called."),
                    "age",
                    Map.of("type", "integer", "description", "In years, if it is known."),
                    "toys",
                    Map.of(
                        "type",
                        "array",
                        "items",
                        Map.of("type", "string"),
                        "description",
                        "What it plays with.")),
                "required",
                List.of("name", "toys"),
                "additionalProperties",
                false));
  }

  @Test
  void whatAValueDoesNotHaveIsLeftOut() {
    assertThat(DOG.of(new Dog("Rex", null, List.of())))
        .isEqualTo(Map.of("name", "Rex", "toys", List.of()));
  }

  @Test
  void anObjectWithinAnotherIsWrittenAsItsShapeSays() {
    // Given
    Shape<List<Dog>> kennel =
        Shape.<List<Dog>>empty().with("dogs", DOG.list(), "All of them.", dogs -> dogs);
    // When
    Map<String, Object> written = kennel.of(List.of(new Dog("Rex", 3, List.of("ball"))));
    // Then
    assertThat(written)
        .isEqualTo(
            Map.of("dogs", List.of(Map.of("name", "Rex", "age", 3, "toys", List.of("ball")))));
  }
}
